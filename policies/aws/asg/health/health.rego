# METADATA
# title: A machine that answers nobody is replaced
# description: "EC2 only asks whether a machine runs; the load balancer asks whether it answers."
# custom:
#   id: AWS-ASG-002
#   severity: medium
#   types: [aws_autoscaling_group]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_15, AutoScalingGroupELBHealthCheckRequired]
#   controls: [NIST-CP-10]
#   fix: "Set `health_check_type` to `ELB`."
#   unknown: set
package aws.asg.health

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps machines that do not answer their load balancer (health_check_type)") if {
	input.type == "aws_autoscaling_group"
	balanced
	not asked
}

balanced if {
	some name in ["target_group_arns", "load_balancers", "traffic_source"]
	count(targets[name]) > 0
}

balanced if input.unknown.target_group_arns

balanced if input.unknown.load_balancers

balanced if input.unknown.traffic_source

balanced if input.links.attachments[0]

targets["target_group_arns"] := input.after.target_group_arns

targets["load_balancers"] := input.after.load_balancers

targets["traffic_source"] := input.after.traffic_source

asked if input.after.health_check_type == "ELB"

asked if input.unknown.health_check_type
