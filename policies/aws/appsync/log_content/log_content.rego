# METADATA
# title: A GraphQL API keeps what is asked and answered out of its log
# description: "With verbose content the log holds the headers of each request, what it asked for and the context of each field: tokens, and what users wrote."
# custom:
#   id: AWS-APPSYNC-003
#   severity: medium
#   types: [aws_appsync_graphql_api]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AU-3]
#   fix: "Set `exclude_verbose_content` of `log_config`."
#   unknown: defer
package aws.appsync.log_content

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs what is asked and answered (exclude_verbose_content)") if {
	input.type == "aws_appsync_graphql_api"
	input.after.log_config[0].field_log_level
	not input.after.log_config[0].exclude_verbose_content
}
