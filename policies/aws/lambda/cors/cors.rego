# METADATA
# title: URLs share nothing with every site
# description: "With credentials allowed for every origin, any site that a user visits calls the function in that user's name."
# custom:
#   id: AWS-LAMBDA-015
#   severity: high
#   types: [aws_lambda_function_url]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-4]
#   fix: List the origins in `cors.allow_origins`, or remove `cors.allow_credentials`.
#   unknown: defer
package aws.lambda.cors

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} takes credentials from every origin") if {
	input.type == "aws_lambda_function_url"
	input.after.cors[0].allow_credentials == true
	"*" in input.after.cors[0].allow_origins
}
