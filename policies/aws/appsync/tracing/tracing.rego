# METADATA
# title: A GraphQL API is traced
# description: A trace that begins at the function does not show which field of which request waited for it.
# custom:
#   id: AWS-APPSYNC-007
#   severity: low
#   types: [aws_appsync_graphql_api]
#   stages: [synth, plan]
#   aliases: [AppSyncTracing]
#   controls: [NIST-AU-12]
#   fix: "Set `xray_enabled`."
#   unknown: defer
package aws.appsync.tracing

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not traced (xray_enabled)") if {
	input.type == "aws_appsync_graphql_api"
	not input.after.xray_enabled
}
