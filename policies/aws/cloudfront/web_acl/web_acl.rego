# METADATA
# title: Distributions have a web ACL
# description: "Without one every scanner and every flood reaches the origin, and is paid for."
# custom:
#   id: AWS-CLOUDFRONT-005
#   severity: medium
#   types: [aws_cloudfront_distribution]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_68, AWS-0011, CloudFrontDistributionWAFIntegration]
#   controls: [NIST-SC-7]
#   fix: "Set `web_acl_id` to the ARN of an `aws_wafv2_web_acl` of scope `CLOUDFRONT`."
#   unknown: set
package aws.cloudfront.web_acl

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} has no web ACL (web_acl_id)") if {
	input.type == "aws_cloudfront_distribution"
	not given
}

given if input.after.web_acl_id != ""

given if input.unknown.web_acl_id
