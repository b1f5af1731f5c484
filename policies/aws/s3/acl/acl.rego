# METADATA
# title: No ACL opens a bucket
# description: "Canned ACLs such as `public-read` and grants to the groups AllUsers and AuthenticatedUsers give objects to everybody."
# custom:
#   id: AWS-S3-004
#   severity: critical
#   types: [aws_s3_bucket, aws_s3_bucket_acl]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_20, CKV_AWS_57, CKV_AWS_375, CKV2_AWS_43, AWS-0092, S3BucketPublicReadProhibited, S3BucketPublicWriteProhibited]
#   controls: [CIS-AWS-2.1.4]
#   fix: Remove the ACL; grant access in the bucket policy.
#   unknown: defer
package aws.s3.acl

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} has the ACL {input.after.acl}") if open[input.after.acl]

open := {"authenticated-read", "public-read", "public-read-write"}

deny contains report.violation(rego.metadata.chain(), $"{input.address} grants access to {uri}") if {
	some written in grants
	walk(written, [_, uri])
	everybody[uri]
}

grants contains input.after.access_control_policy

grants contains input.after.grant

# https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#specifying-grantee-predefined-groups
everybody := {
	"http://acs.amazonaws.com/groups/global/AllUsers",
	"http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
}
