# METADATA
# title: A function is invoked by one source
# description: "A service principal is the same for every customer of AWS: without `source_arn` or `source_account` anybody's rule, topic or API can invoke the function. The ARN of a bucket holds no account, so S3 needs `source_account` too: a bucket that was deleted can be made anew by somebody else."
# custom:
#   id: AWS-IAM-012
#   severity: high
#   types: [aws_lambda_permission]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_364, AWS-0067]
#   controls: [NIST-AC-3, FSBP-Lambda.1]
#   fix: Set `source_arn` of the permission to the exact ARN, and `source_account` where the principal is S3.
#   unknown: set
package aws.iam.invoked_by_a_source

import data.lib.iam
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets {input.after.principal} invoke the function for any of its customers") if {
	iam.is_service(input.after.principal)
	not from_an_account
}

from_an_account if input.after.source_account

from_an_account if input.unknown.source_account

from_an_account if input.after.principal_org_id

from_an_account if {
	iam.names_an_account(input.after.source_arn)
	iam.names_somebody(input.after.source_arn)
}

# A token: the ARN of something in the stack.
from_an_account if {
	input.unknown.source_arn
	input.after.principal != "s3.amazonaws.com"
}
