# METADATA
# title: Certificates name their hosts
# description: "A wildcard speaks for hosts that nobody has declared: whoever gets hold of one service answers for all."
# custom:
#   id: AWS-ACM-004
#   severity: low
#   types: [aws_acm_certificate]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_71]
#   controls: [NIST-SC-17]
#   fix: "Name the hosts in `domain_name` and `subject_alternative_names`, or make a certificate for each service."
#   unknown: defer
package aws.acm.wildcards

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is for every host below a domain (domain_name, subject_alternative_names)") if {
	input.type == "aws_acm_certificate"
	some name in names
	startswith(name, "*.")
}

names contains input.after.domain_name

names contains name if some name in input.after.subject_alternative_names
