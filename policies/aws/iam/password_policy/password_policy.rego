# METADATA
# title: Passwords are long, mixed and renewed
# description: "What the account demands of its users' passwords, as CIS asks. Better is to have none: see AWS-IAM-016 and AWS-IAM-018."
# custom:
#   id: AWS-IAM-022
#   severity: medium
#   types: [aws_iam_account_password_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_9, CKV_AWS_10, CKV_AWS_11, CKV_AWS_12, CKV_AWS_13, CKV_AWS_14, CKV_AWS_15, AWS-0056, AWS-0058, AWS-0059, AWS-0060, AWS-0061, AWS-0062, AWS-0063]
#   controls: [CIS-AWS-1.8, CIS-AWS-1.9, NIST-IA-5, FSBP-IAM.7]
#   fix: "Set the attribute of the password policy: at least 14 characters of all four kinds, at most 90 days old, none of the last 24."
#   unknown: defer
package aws.iam.password_policy

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets a password be {weakness}") if {
	input.type == "aws_iam_account_password_policy"
	some weakness in weaknesses
}

weaknesses contains "shorter than 14 characters" if not long_enough

weaknesses contains "without a lower-case letter" if not input.after.require_lowercase_characters

weaknesses contains "without an upper-case letter" if not input.after.require_uppercase_characters

weaknesses contains "without a number" if not input.after.require_numbers

weaknesses contains "without a symbol" if not input.after.require_symbols

weaknesses contains "older than 90 days" if not renewed

weaknesses contains "one of the last 24 again" if not fresh

long_enough if input.after.minimum_password_length >= 14

# 0 is never.
renewed if {
	input.after.max_password_age > 0
	input.after.max_password_age <= 90
}

fresh if input.after.password_reuse_prevention >= 24
