# METADATA
# title: Nothing is built in the default VPC
# description: "The default VPC has only public subnets, and whoever forgets to name a network lands in it."
# custom:
#   id: AWS-VPC-005
#   severity: medium
#   types: [aws_default_vpc]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_148, AWS-0101]
#   controls: [NIST-SC-7]
#   fix: "Make an `aws_vpc` of its own."
#   unknown: defer
package aws.vpc.default

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} takes over the default VPC") if input.type == "aws_default_vpc"
