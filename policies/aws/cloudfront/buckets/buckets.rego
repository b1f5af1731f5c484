# METADATA
# title: Buckets answer CloudFront alone
# description: "Without an origin access control the bucket must be public, and then everybody reads it past CloudFront and its web ACL. The identity that came before it knows neither KMS nor new regions."
# custom:
#   id: AWS-CLOUDFRONT-004
#   severity: medium
#   types: [aws_cloudfront_distribution]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_46, CloudFrontDistributionS3OriginAccessControl]
#   controls: [NIST-AC-3]
#   fix: "Add an `aws_cloudfront_origin_access_control` and set `origin_access_control_id` of the origin."
#   unknown: set
package aws.cloudfront.buckets

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} reads the bucket of {origin.origin_id} like anybody (origin_access_control_id)") if {
	input.type == "aws_cloudfront_distribution"
	some i, origin in input.after.origin
	not of_our_own(origin)
	bare(i, origin)
}

bare(_, origin) if origin.origin_access_control_id == ""

# The provider plans an empty text where there is none; what is missing in a plan is not known yet.
bare(i, origin) if {
	input.stage == "synth"
	not origin.origin_access_control_id
	not input.unknown.origin[i].origin_access_control_id
}

# Only a bucket has neither.
of_our_own(origin) if count(origin.custom_origin_config) > 0

of_our_own(origin) if count(origin.vpc_origin_config) > 0
