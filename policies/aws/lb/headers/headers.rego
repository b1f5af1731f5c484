# METADATA
# title: Load balancers drop what is no header
# description: "Two servers that read a malformed header differently can be played against each other: one request becomes two."
# custom:
#   id: AWS-LB-003
#   severity: medium
#   types: [aws_lb, aws_alb]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_131, AWS-0052, ALBHttpDropInvalidHeaderEnabled]
#   controls: [NIST-SI-10]
#   fix: "Set `drop_invalid_header_fields`."
#   unknown: defer
package aws.lb.headers

import data.lib.report

types := {"aws_lb", "aws_alb"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} passes on headers that are none (drop_invalid_header_fields)") if {
	types[input.type]
	not of_packets
	not input.after.drop_invalid_header_fields
}

of_packets if {"gateway", "network"}[input.after.load_balancer_type]
