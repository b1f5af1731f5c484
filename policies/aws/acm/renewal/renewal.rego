# METADATA
# title: Certificates are renewed by themselves
# description: "ACM renews what is proved by a record for as long as the record stands. A mail has to be answered by somebody, every year, or the host is down."
# custom:
#   id: AWS-ACM-003
#   severity: medium
#   types: [aws_acm_certificate]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-17]
#   fix: "Set `validation_method` to `DNS`, and make the records that prove the names."
#   unknown: defer
package aws.acm.renewal

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is proved by mail, which somebody has to answer each year (validation_method)") if {
	input.type == "aws_acm_certificate"
	input.after.validation_method == "EMAIL"
}
