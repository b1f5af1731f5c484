# METADATA
# title: Domains of APIs speak TLS 1.2 or later
# description: "A REST domain that does not say so also speaks TLS 1.0, which is broken."
# custom:
#   id: AWS-APIGW-006
#   severity: high
#   types: [aws_api_gateway_domain_name]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_206, AWS-0005]
#   controls: [NIST-SC-8]
#   fix: "Set `security_policy` to `TLS_1_2`."
#   unknown: defer
package aws.apigateway.tls

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} speaks TLS older than 1.2 (security_policy)") if {
	input.type == "aws_api_gateway_domain_name"
	not modern
}

modern if input.after.security_policy == "TLS_1_2"

# Named by what they hold: `SecurityPolicy_TLS13_1_3_2025_09`.
modern if startswith(input.after.security_policy, "SecurityPolicy_TLS1")
