# METADATA
# title: Answers that are kept are encrypted
# description: "The cache of a stage holds what callers were told, in clear unless asked otherwise."
# custom:
#   id: AWS-APIGW-007
#   severity: medium
#   types: [aws_api_gateway_method_settings]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_308, AWS-0002, APIGWCacheEnabledAndEncrypted]
#   controls: [NIST-SC-28]
#   fix: "Set `settings.cache_data_encrypted`."
#   unknown: defer
package aws.apigateway.cache

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps answers in clear (settings.cache_data_encrypted)") if {
	input.type == "aws_api_gateway_method_settings"
	input.after.settings[0].caching_enabled == true
	not input.after.settings[0].cache_data_encrypted
}
