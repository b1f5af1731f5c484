# METADATA
# title: Distributions log requests
# description: "Who asked for what, and what the cache answered, is in no metric."
# custom:
#   id: AWS-CLOUDFRONT-006
#   severity: low
#   types: [aws_cloudfront_distribution]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_86, AWS-0010, CloudFrontDistributionAccessLogging]
#   controls: [NIST-AU-12]
#   fix: "Add an `aws_cloudwatch_log_delivery_source` of type `ACCESS_LOGS` with the ARN of the distribution, or `logging_config`."
#   unknown: defer
package aws.cloudfront.logs

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs no requests (logging_config)") if {
	input.type == "aws_cloudfront_distribution"
	not logs
}

logs if input.links.deliveries[_]

logs if count(input.after.logging_config) > 0
