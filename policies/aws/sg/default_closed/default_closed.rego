# METADATA
# title: The default security group lets nothing through
# description: "Whatever names no security group gets the default one: with rules in it, forgetting one opens something."
# custom:
#   id: AWS-SG-004
#   severity: high
#   types: [aws_default_security_group]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_12, AWS-0173, VPCDefaultSecurityGroupClosed]
#   controls: [CIS-AWS-5.4, NIST-SC-7]
#   fix: "Leave `ingress` and `egress` out of `aws_default_security_group`."
#   unknown: defer
package aws.sg.default_closed

import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} has rules of its own") if {
	input.type == "aws_default_security_group"
	ruled
}

ruled if count(text.list(input.after.ingress)) > 0

ruled if count(text.list(input.after.egress)) > 0
