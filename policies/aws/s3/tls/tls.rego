# METADATA
# title: Buckets refuse plaintext
# description: "Without a statement that denies calls where `aws:SecureTransport` is false, an object can travel in clear."
# custom:
#   id: AWS-S3-002
#   severity: high
#   types: [aws_s3_bucket]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_379, S10, S3BucketSSLRequestsOnly]
#   controls: [NIST-SC-8]
#   fix: "Give the bucket a policy that denies `s3:*` when `aws:SecureTransport` is false."
#   unknown: defer
package aws.s3.tls

import data.lib.iam
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} accepts calls that are not encrypted in transit") if {
	input.type == "aws_s3_bucket"
	not refused
}

refused if iam.denies_plaintext(input.after.policy, "s3")

refused if iam.denies_plaintext(input.links.policies[_].after.policy, "s3")
