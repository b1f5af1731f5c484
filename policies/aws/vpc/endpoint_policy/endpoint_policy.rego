# METADATA
# title: An endpoint says what may go through it
# description: "Without a policy any account and any resource can be reached through it: a way out for data."
# custom:
#   id: AWS-VPC-006
#   severity: low
#   types: [aws_vpc_endpoint]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-7]
#   fix: "Set `policy` to the accounts and resources that are meant."
#   unknown: set
package aws.vpc.endpoint_policy

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets everything through") if {
	input.type == "aws_vpc_endpoint"
	input.after.vpc_endpoint_type == "Interface"
	not good
	not input.unknown.policy
}

good if input.after.policy
