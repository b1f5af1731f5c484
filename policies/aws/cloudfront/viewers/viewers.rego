# METADATA
# title: Visitors come by HTTPS
# description: A behaviour that takes plain HTTP sends cookies and pages readable for everybody on the way.
# custom:
#   id: AWS-CLOUDFRONT-001
#   severity: high
#   types: [aws_cloudfront_distribution]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_34, AWS-0012]
#   controls: [NIST-SC-8]
#   fix: "Set `viewer_protocol_policy` of every behaviour to `redirect-to-https` or `https-only`."
#   unknown: set
package aws.cloudfront.viewers

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} serves {path} in plain HTTP (viewer_protocol_policy)") if {
	input.type == "aws_cloudfront_distribution"
	some path
	behaviours[path].viewer_protocol_policy == "allow-all"
}

behaviours["*"] := input.after.default_cache_behavior[0]

behaviours[behaviour.path_pattern] := behaviour if some behaviour in input.after.ordered_cache_behavior
