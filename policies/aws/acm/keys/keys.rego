# METADATA
# title: Keys of certificates are long enough
# description: "An RSA key of 1,024 bits is broken by whoever can pay for it, and browsers refuse it."
# custom:
#   id: AWS-ACM-002
#   severity: high
#   types: [aws_acm_certificate]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-12, NIST-SC-13]
#   fix: "Set `key_algorithm` to `EC_prime256v1` or `RSA_2048`."
#   unknown: defer
package aws.acm.keys

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} has a key that is too short (key_algorithm)") if {
	input.type == "aws_acm_certificate"
	input.after.key_algorithm == "RSA_1024"
}
