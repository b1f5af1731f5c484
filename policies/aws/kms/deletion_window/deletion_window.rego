# METADATA
# title: A deleted key can be brought back
# description: "What a key encrypts is lost with it. The window is the time in which someone notices and takes the order back. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-KMS-002
#   severity: medium
#   types: [aws_kms_key]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-12, NIST-CP-9]
#   fix: Set `deletion_window_in_days` to 14 or more; left out, it is 30.
#   unknown: defer
package aws.kms.deletion_window

import data.lib.environment
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is gone {input.after.deletion_window_in_days} days after an order to delete it") if {
	input.type == "aws_kms_key"
	input.after.deletion_window_in_days < 14
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)
