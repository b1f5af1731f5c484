# METADATA
# title: CloudFront asks origins over TLS 1.2
# description: "What came by HTTPS travels on in clear, or by a broken version, to an origin that is asked so. The website endpoint of a bucket knows nothing else: use the bucket itself."
# custom:
#   id: AWS-CLOUDFRONT-003
#   severity: high
#   types: [aws_cloudfront_distribution]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_54, CKV2_AWS_72, CloudFrontDistributionNoOutdatedSSL]
#   controls: [NIST-SC-8]
#   fix: "Set `origin_protocol_policy` of `custom_origin_config` to `https-only`, and `origin_ssl_protocols` to `TLSv1.2` alone."
#   unknown: set
package aws.cloudfront.origins

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} asks {origin.origin_id} in plain HTTP (origin_protocol_policy)") if {
	input.type == "aws_cloudfront_distribution"
	some origin in input.after.origin
	origin.custom_origin_config[0].origin_protocol_policy == "http-only"
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} asks {origin.origin_id} by {version} (origin_ssl_protocols)") if {
	input.type == "aws_cloudfront_distribution"
	some origin in input.after.origin
	some version in origin.custom_origin_config[0].origin_ssl_protocols
	outdated[version]
}

outdated := {"SSLv3", "TLSv1", "TLSv1.1"}
