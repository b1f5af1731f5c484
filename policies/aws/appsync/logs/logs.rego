# METADATA
# title: A GraphQL API logs requests
# description: "GraphQL answers what fails with the status 200: what was wrong with which field is in the log alone."
# custom:
#   id: AWS-APPSYNC-002
#   severity: medium
#   types: [aws_appsync_graphql_api]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_193, CKV_AWS_194, AppSyncGraphQLRequestLogging]
#   controls: [NIST-AU-12]
#   fix: "Add `log_config` with a role and a `field_log_level` of `ERROR`."
#   unknown: defer
package aws.appsync.logs

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs no request (log_config)") if {
	input.type == "aws_appsync_graphql_api"
	not input.after.log_config[0]
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs no field that fails (field_log_level)") if {
	input.type == "aws_appsync_graphql_api"
	input.after.log_config[0].field_log_level == "NONE"
}
