# METADATA
# title: State expires
# description: Records kept for ever are cost and liability; idempotency records need a life.
# custom:
#   id: AWS-DDB-002
#   severity: medium
#   types: [aws_dynamodb_table]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-12]
#   fix: "Set `ttl` with `enabled` and `attribute_name`."
#   unknown: defer
package aws.dynamodb.ttl

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps its items for ever") if {
	input.type == "aws_dynamodb_table"
	not input.after.ttl[0].enabled
}
