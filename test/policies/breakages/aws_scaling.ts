import { breakagesOf } from "./notation";

const { set, added } = breakagesOf("aws_scaling");

const GROUP = "aws_autoscaling_group.web";
const WORKERS = "aws_autoscaling_group.worker";
const POLICY = "aws_autoscaling_policy.web";
const TEMPLATE = "aws_launch_template.web";

export const awsScaling = [
  set("AWS-ASG-001", GROUP, "vpc_zone_identifier", ["subnet-1"]),
  set("AWS-ASG-002", GROUP, "health_check_type", "EC2"),
  added("AWS-ASG-002", "aws_autoscaling_group.classic", {
    health_check_type: "EC2",
    load_balancers: ["classic"],
  }),
  set("AWS-ASG-003", GROUP, "launch_configuration", "web"),
  set("AWS-ASG-004", GROUP, "tag", [], "tag"),
  set("AWS-ASG-005", GROUP, "instance_refresh", [], "instance_refresh"),
  set("AWS-SCALING-001", WORKERS, "max_size", 2, "max_size"),
  set("AWS-SCALING-002", WORKERS, "min_size", 1, "min_size"),
  set("AWS-SCALING-004", POLICY, "target_tracking_configuration", [
    { customized_metric_specification: [{ metric_name: "ApproximateNumberOfMessagesVisible" }] },
  ]),
  set("AWS-SCALING-006", POLICY, "policy_type", "SimpleScaling", "policy_type"),
  set("AWS-SCALING-007", POLICY, "target_tracking_configuration", [{ disable_scale_in: true }]),
  set("AWS-EC2-002", TEMPLATE, "network_interfaces", [{ associate_public_ip_address: "true" }]),
  set("AWS-EC2-005", TEMPLATE, "metadata_options", [
    { http_tokens: "required", http_put_response_hop_limit: 2 },
  ]),
  set("AWS-EC2-006", TEMPLATE, "block_device_mappings", [
    { device_name: "/dev/xvda", ebs: [{ volume_type: "gp3" }] },
  ]),
];
