import { breakagesOf } from "./notation";

const { set, removed, added, edited } = breakagesOf("aws_network");

const GROUP = "aws_security_group.endpoints";
const RULE = "aws_vpc_security_group_ingress_rule.https";
const CLASSIC = "aws_security_group_rule.health";
const INSTANCE = "aws_instance.host";
const VPC = "aws_vpc.vpc";

const open = (from_port: number, to_port: number, protocol = "tcp") => ({
  ...{ from_port, to_port, protocol, cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: [] },
  ...{ description: "", prefix_list_ids: [], security_groups: [], self: false },
});

/** A second subnet with a gateway, in the zone of the first. */
const gateway = { allocation_id: "eipalloc-1", subnet_id: "${aws_subnet.private_b.id}" };

export const awsNetwork = [
  set("AWS-SG-001", GROUP, "ingress", [open(22, 22)], "ingress"),
  edited({
    id: "AWS-SG-001",
    address: RULE,
    how: "with Redis open",
    decides: "cidr_ipv4",
    edit: (stack) => {
      stack.set(RULE, "from_port", 6379);
      stack.set(RULE, "to_port", 6379);
    },
  }),
  edited({
    id: "AWS-SG-001",
    address: CLASSIC,
    how: "with SSH open over IPv6",
    edit: (stack) => {
      stack.set(CLASSIC, "from_port", 22);
      stack.set(CLASSIC, "to_port", 22);
      stack.set(CLASSIC, "ipv6_cidr_blocks", ["::/0"]);
    },
  }),
  set("AWS-SG-002", GROUP, "ingress", [open(0, 0, "-1")], "ingress"),
  set("AWS-SG-002", CLASSIC, "cidr_blocks", ["0.0.0.0/0"], "cidr_blocks"),
  set("AWS-SG-002", RULE, "ip_protocol", "-1"),
  set("AWS-SG-003", GROUP, "egress", [open(0, 0, "-1")]),
  set("AWS-SG-004", "aws_default_security_group.vpc", "ingress", [open(0, 0, "-1")]),
  set("AWS-SG-005", GROUP, "description", "Managed by Terraform"),
  set(
    "AWS-SUBNET-001",
    "aws_subnet.private_a",
    "map_public_ip_on_launch",
    true,
    "map_public_ip_on_launch",
  ),
  removed("AWS-VPC-001", VPC, "aws_flow_log.vpc"),
  edited({
    id: "AWS-VPC-002",
    address: VPC,
    how: "of production with one gateway",
    edit: ({ json }) => {
      json.output.plinth_stack.value = "prod-network";
    },
    stage: "synth",
  }),
  edited({
    id: "AWS-VPC-003",
    address: VPC,
    how: "with a second gateway",
    environment: "dev",
    edit: (stack) => stack.add("aws_nat_gateway.second", gateway),
  }),
  removed("AWS-VPC-004", VPC, "aws_vpc_endpoint.s3"),
  added("AWS-VPC-005", "aws_default_vpc.it", {}),
  set(
    "AWS-EC2-001",
    INSTANCE,
    "metadata_options",
    [{ http_tokens: "optional" }],
    "metadata_options",
  ),
  set("AWS-EC2-001", "aws_launch_template.host", "metadata_options", []),
  set("AWS-EC2-002", INSTANCE, "associate_public_ip_address", true),
  set("AWS-EC2-003", "aws_ebs_volume.data", "encrypted", false, "encrypted"),
  set("AWS-EC2-004", INSTANCE, "root_block_device", [{ encrypted: false }], "root_block_device"),
];
