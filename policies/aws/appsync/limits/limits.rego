# METADATA
# title: A GraphQL API bounds what one request asks for
# description: A request may ask for fields within fields without end, or for one field a thousand times. A rate of requests does not stop that.
# custom:
#   id: AWS-APPSYNC-005
#   severity: medium
#   types: [aws_appsync_graphql_api]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Set `query_depth_limit` and `resolver_count_limit`."
#   unknown: defer
package aws.appsync.limits

import data.lib.report

limits := {"query_depth_limit", "resolver_count_limit"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets one request ask for anything ({limit})") if {
	input.type == "aws_appsync_graphql_api"
	some limit in limits
	not bounded[limit]
}

bounded contains "query_depth_limit" if input.after.query_depth_limit > 0

bounded contains "resolver_count_limit" if input.after.resolver_count_limit > 0
