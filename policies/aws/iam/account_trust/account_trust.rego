# METADATA
# title: A role says who of an account may assume it
# description: "The root of an account as a principal stands for everybody whom that account lets call `sts:AssumeRole`, which is easily everybody. Name the role, or demand what only some have: an external id, a second factor, a tag, the ARN of the principal."
# custom:
#   id: AWS-IAM-015
#   severity: high
#   types: [aws_iam_role]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_61]
#   controls: [NIST-AC-6]
#   fix: "Name the ARN of the role that may assume it, or add a condition on aws:PrincipalArn, sts:ExternalId or aws:MultiFactorAuthPresent."
#   unknown: defer
package aws.iam.account_trust

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} may be assumed by everybody in account {account}") if {
	some document in iam.trust_documents
	some statement in document.allows
	some name in iam.principals(statement, "AWS")
	iam.whole_account(name)
	account := iam.account_of(name)
	not told_apart(statement)
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} may be assumed by everybody in its own account") if {
	some document in iam.trust_documents
	some statement in document.allows
	some name in iam.principals(statement, "AWS")
	iam.whole_account(name)
	not iam.account_of(name)
	not told_apart(statement)
}

# A condition that not everybody of the account meets.
told_apart(statement) if {
	some key in iam.limited_keys(statement)
	distinguishing(key)
	some values in iam.limits(statement, key)
	every value in values {
		not text.stars($"{value}")
	}
}

distinguishing(key) if {
	{
		"aws:multifactorauthpresent",
		"aws:principalarn",
		"aws:principalorgpaths",
		"aws:sourceidentity",
		"aws:userid",
		"aws:username",
		"sts:externalid",
		"sts:sourceidentity",
	}[key]
}

distinguishing(key) if startswith(key, "aws:principaltag/")
