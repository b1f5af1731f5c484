# METADATA
# title: Aliases point at a version
# description: "`$LATEST` changes under its callers with each deploy, and nothing can be rolled back. A function that publishes no versions has nothing else."
# custom:
#   id: AWS-LAMBDA-016
#   severity: medium
#   types: [aws_lambda_alias]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-3]
#   fix: Set `publish` of the function to true, and `function_version` to its `version`.
#   unknown: set
package aws.lambda.versions

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} points at $LATEST, which every deploy changes") if {
	input.type == "aws_lambda_alias"
	input.after.function_version == "$LATEST"
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} points at {called.address}, which publishes no versions") if {
	input.type == "aws_lambda_alias"
	not input.after.function_version
	some called in input.links.function
	not called.after.publish
	not called.unknown.publish
}
