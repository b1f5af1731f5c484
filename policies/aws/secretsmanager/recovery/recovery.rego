# METADATA
# title: A deleted secret can be brought back
# description: "With a window of 0 days a secret is gone at once, with everything that only it opened. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-SECRETS-001
#   severity: medium
#   types: [aws_secretsmanager_secret]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Leave `recovery_window_in_days` out, or set 7 or more."
#   unknown: defer
package aws.secretsmanager.recovery

import data.lib.environment
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is gone at once when it is deleted (recovery_window_in_days)") if {
	input.type == "aws_secretsmanager_secret"
	input.after.recovery_window_in_days == 0
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)
