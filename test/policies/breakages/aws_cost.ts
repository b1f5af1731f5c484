import { breakagesOf, inDevelopment } from "./notation";

const { set, edited } = breakagesOf("aws_cost");

const WORKER = "aws_instance.worker";
const TRAINER = "aws_instance.trainer";
const TEMPLATE = "aws_launch_template.worker";
const VOLUME = "aws_ebs_volume.data";
const DATABASE = "aws_db_instance.orders";
const CACHE = "aws_elasticache_replication_group.sessions";

const oneDisk = (ebs: object) => [{ device_name: "/dev/xvda", ebs: [ebs] }];

const machines = [
  set("AWS-COST-001", WORKER, "instance_type", "t2.micro"),
  set("AWS-COST-001", DATABASE, "instance_class", "db.m4.large"),
  set("AWS-COST-001", "aws_elasticache_cluster.counts", "node_type", "cache.m3.medium"),
];

const sizes = [
  set("AWS-COST-002", TEMPLATE, "instance_type", "m7g.4xlarge"),
  set("AWS-COST-002", "aws_rds_cluster_instance.ledger", "instance_class", "db.r7g.4xlarge"),
  set("AWS-COST-002", CACHE, "node_type", "cache.r7g.4xlarge"),
  set("AWS-COST-003", WORKER, "instance_type", "g5.xlarge"),
  set("AWS-COST-003", TRAINER, "instance_market_options", [], "instance_market_options"),
];

const disks = [
  set("AWS-COST-004", VOLUME, "type", undefined),
  set("AWS-COST-004", VOLUME, "type", "gp2"),
  set("AWS-COST-004", DATABASE, "storage_type", "io1"),
  set("AWS-COST-004", WORKER, "root_block_device", [{ encrypted: true, volume_type: "gp2" }]),
  set("AWS-COST-004", TEMPLATE, "block_device_mappings", oneDisk({ volume_type: "standard" })),
  edited({
    id: "AWS-COST-005",
    address: VOLUME,
    how: "with the operations of a gp3",
    decides: "iops",
    edit: (stack) => {
      stack.set(VOLUME, "type", "io2");
      stack.set(VOLUME, "iops", 3000);
    },
  }),
];

const habits = [
  set(
    "AWS-COST-005",
    TEMPLATE,
    "block_device_mappings",
    oneDisk({ volume_type: "io2", iops: 8000 }),
  ),
  set("AWS-COST-006", DATABASE, "multi_az", true),
  set("AWS-COST-006", CACHE, "multi_az_enabled", true),
  set("AWS-COST-007", "aws_lb.packets", "enable_cross_zone_load_balancing", true),
];

export const awsCost = [...machines, ...disks, ...inDevelopment([...sizes, ...habits])];
