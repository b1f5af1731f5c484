# METADATA
# title: URLs share nothing with every site
# description: "With credentials allowed for every origin, any site that a user visits calls the function in that user's name; with every method, it may change what it reads."
# custom:
#   id: AWS-LAMBDA-015
#   severity: high
#   types: [aws_lambda_function_url]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_75]
#   controls: [NIST-AC-4]
#   fix: List the origins in `cors.allow_origins`, or the methods in `cors.allow_methods` and remove `cors.allow_credentials`.
#   unknown: defer
package aws.lambda.cors

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} takes credentials from every origin") if {
	input.type == "aws_lambda_function_url"
	input.after.cors[0].allow_credentials == true
	every_origin
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} takes every method from every origin") if {
	input.type == "aws_lambda_function_url"
	"*" in input.after.cors[0].allow_methods
	every_origin
}

every_origin if "*" in input.after.cors[0].allow_origins
