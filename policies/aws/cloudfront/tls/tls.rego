# METADATA
# title: Visitors speak TLS 1.2 or later
# description: "The certificate of CloudFront itself (`*.cloudfront.net`) brings TLS 1.0 along, and so does a certificate of ours that does not say otherwise."
# custom:
#   id: AWS-CLOUDFRONT-002
#   severity: high
#   types: [aws_cloudfront_distribution]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_174, CKV2_AWS_42, AWS-0013, CloudFrontDistributionHttpsViewerNoOutdatedSSL]
#   controls: [NIST-SC-8]
#   fix: "Set `viewer_certificate` to a certificate of ours, with `minimum_protocol_version` `TLSv1.2_2021`."
#   unknown: defer
package aws.cloudfront.tls

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} speaks TLS older than 1.2 (viewer_certificate.minimum_protocol_version)") if {
	input.type == "aws_cloudfront_distribution"
	not modern
}

modern if {
	some prefix in ["TLSv1.2_", "TLSv1.3_"]
	startswith(input.after.viewer_certificate[0].minimum_protocol_version, prefix)
}
