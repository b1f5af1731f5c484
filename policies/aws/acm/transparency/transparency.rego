# METADATA
# title: Certificates are in the public logs
# description: "Browsers refuse a certificate that is in none, and whoever watches the logs learns of one that somebody else got for his name."
# custom:
#   id: AWS-ACM-001
#   severity: medium
#   types: [aws_acm_certificate]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_234]
#   controls: [NIST-SC-17]
#   fix: "Leave `options.certificate_transparency_logging_preference` out, or set it to `ENABLED`."
#   unknown: defer
package aws.acm.transparency

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is kept out of the public logs (options.certificate_transparency_logging_preference)") if {
	input.type == "aws_acm_certificate"
	input.after.options[0].certificate_transparency_logging_preference == "DISABLED"
}
