# METADATA
# title: Users are not deleted by accident
# description: "Passwords cannot be exported: a pool that is gone takes every account along. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-COGNITO-003
#   severity: high
#   types: [aws_cognito_user_pool]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Set `deletion_protection` to `ACTIVE`."
#   unknown: defer
package aws.cognito.deletion_protection

import data.lib.environment
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} can be deleted in one step") if {
	input.type == "aws_cognito_user_pool"
	not input.after.deletion_protection == "ACTIVE"
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)
