# METADATA
# title: Every VPC logs its flows
# description: "Without flow logs nobody can tell after an incident who talked to whom."
# custom:
#   id: AWS-VPC-001
#   severity: medium
#   types: [aws_vpc]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_11, AWS-0178, VPCFlowLogsEnabled]
#   controls: [CIS-AWS-3.7, NIST-AU-12]
#   fix: "Add an `aws_flow_log` with `vpc_id`."
#   unknown: set
package aws.vpc.flow_logs

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no flow log") if {
	input.type == "aws_vpc"
	not input.links.flow_logs[0]
	not input.unresolved.flow_logs
}
