# METADATA
# title: Variables are encrypted with a key of ours
# description: "The key that Lambda uses by default cannot be audited or revoked, and whoever may read the function's configuration reads its variables."
# custom:
#   id: AWS-LAMBDA-007
#   severity: low
#   types: [aws_lambda_function]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_173]
#   controls: [NIST-SC-28]
#   fix: Set `kms_key_arn`.
#   unknown: set
package aws.lambda.variables_key

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has variables that are not encrypted with a key of ours") if {
	input.type == "aws_lambda_function"
	has_variables
	not encrypted
}

has_variables if count(input.after.environment[0].variables) > 0

has_variables if input.unknown.environment

encrypted if input.after.kms_key_arn != ""

encrypted if input.unknown.kms_key_arn
