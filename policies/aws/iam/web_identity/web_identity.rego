# METADATA
# title: Identities from outside are named
# description: "A workflow, pod or user of another system assumes the role by a token. Without a condition on the audience and on the subject, every repository or user of that system can; `repo:*` and `repo:owner/*` are as open. A condition counts if it refuses a token that lacks the claim."
# custom:
#   id: AWS-IAM-014
#   severity: critical
#   types: [aws_iam_role]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_358, CKV_AWS_393]
#   controls: [NIST-IA-2]
#   fix: "Add StringEquals conditions on the `aud` and the exact `sub` of the provider, such as repo:owner/name:ref:refs/heads/main."
#   unknown: defer
package aws.iam.web_identity

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} {problem}") if {
	some document in iam.trust_documents
	some statement in document.allows
	some provider in iam.principals(statement, "Federated")
	some problem in problems(statement, issuer(provider))
}

# "token.actions.githubusercontent.com" of the provider's ARN; the ARN of a resource in the stack says nothing.
issuer(provider) := name if {
	name := split(provider, ":oidc-provider/")[1]
} else := "" if {
	startswith(provider, "${")
} else := "SAML" if {
	contains(provider, ":saml-provider/")
} else := provider

problems(statement, host) := ({"trusts a provider of identities for any audience" |
	count(values_of(statement, host, "aud")) == 0
} | {"trusts every identity of a provider, whoever it is of" |
	not without_subject[host]
	count(subjects(statement, host)) == 0
}) | {$"trusts every identity that fits {subject}" |
	some subject in subjects(statement, host)
	not names_one(subject)
}

# "repo:owner/name:...", "project_path:group/name:...", "system:serviceaccount:namespace:...": the part that says whose
# it is must be written out. A subject that starts with another claim is that of any repository.
names_one(subject) if {
	parts := split(subject, ":")
	not {"environment", "ref", "repository_owner", "workflow"}[parts[0]]
	not text.matches_many(concat(":", array.slice(parts, 0, owner_ends(parts[0]))))
}

owner_ends("system") := 3

owner_ends(claim) := 2 if claim != "system"

# Cognito says which pool by the audience, SAML by the provider itself.
without_subject := {"SAML", "cognito-identity.amazonaws.com"}

subjects(statement, host) := {value |
	some claim in ["sub", "project_path", "repository"]
	some value in values_of(statement, host, claim)
}

values_of(statement, host, claim) := {value |
	some key in iam.limited_keys(statement)
	belongs(key, host, claim)
	some values in iam.limits(statement, key)
	some value in values
}

belongs(key, host, claim) if key == lower($"{host}:{claim}")

belongs(key, "", claim) if endswith(key, $":{claim}")
