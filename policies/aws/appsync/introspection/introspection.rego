# METADATA
# title: A GraphQL API tells its schema to nobody
# description: "Introspection is a map of all that can be asked for. Whoever builds on the API has the schema as a file. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-APPSYNC-004
#   severity: low
#   types: [aws_appsync_graphql_api]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-7]
#   fix: "Set `introspection_config` to `DISABLED`."
#   unknown: defer
package aws.appsync.introspection

import data.lib.environment
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} tells everybody its schema (introspection_config)") if {
	input.type == "aws_appsync_graphql_api"
	not disabled
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)

disabled if input.after.introspection_config == "DISABLED"
