# METADATA
# title: A web ACL logs what it stops
# description: Without logs nobody can tell an attack from a customer who is locked out.
# custom:
#   id: AWS-WAF-005
#   severity: low
#   types: [aws_wafv2_web_acl]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_31, WAFv2LoggingEnabled]
#   controls: [NIST-AU-12]
#   fix: "Add an `aws_wafv2_web_acl_logging_configuration` with the ARN of the web ACL."
#   unknown: defer
package aws.waf.logs

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs nothing") if {
	input.type == "aws_wafv2_web_acl"
	not logs
}

logs if input.links.logs[_]
