# METADATA
# title: A GraphQL API has a web ACL
# description: AppSync has no throttle of its own for one caller. A web ACL stops who asks too often, and what is known to be bad.
# custom:
#   id: AWS-APPSYNC-006
#   severity: medium
#   types: [aws_appsync_graphql_api]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_33]
#   controls: [NIST-SC-7]
#   fix: "Add an `aws_wafv2_web_acl_association` with the ARN of the API."
#   unknown: defer
package aws.appsync.web_acl

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no web ACL") if {
	input.type == "aws_appsync_graphql_api"
	not private
	not guarded
}

private if input.after.visibility == "PRIVATE"

guarded if input.links.web_acls[_]
