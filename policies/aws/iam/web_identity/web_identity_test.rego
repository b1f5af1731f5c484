package aws.iam.web_identity_test

import data.aws.iam.web_identity as policy
import data.lib.expect

github := "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"

audience := {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}

trusting(provider, condition) := {"assume_role_policy": expect.document({"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": provider}, "Condition": condition})}

trusts(what) := expect.violation("AWS-IAM-014", $"aws_iam_role.it trusts {what}")

any_audience := "a provider of identities for any audience"

anybody := "every identity of a provider, whoever it is of"

test_deny_a_provider_without_conditions if {
	every provider in [github, "${aws_iam_openid_connect_provider.github.arn}", "accounts.google.com"] {
		every stage in expect.stages {
			policy.deny == {trusts(any_audience), trusts(anybody)} with input as expect.resource("aws_iam_role", stage, trusting(provider, {}))
		}
	}
}

test_deny_an_audience_alone if {
	policy.deny == {trusts(anybody)} with input as expect.resource("aws_iam_role", "plan", trusting(github, audience))
}

test_deny_a_subject_alone if {
	policy.deny == {trusts(any_audience)} with input as expect.resource("aws_iam_role", "plan", trusting(github, {"StringEquals": {"token.actions.githubusercontent.com:sub": "repo:o/r:ref:refs/heads/main"}}))
}

test_deny_claims_of_another_provider if {
	policy.deny == {trusts(any_audience), trusts(anybody)} with input as expect.resource("aws_iam_role", "plan", trusting(github, {"StringEquals": {"gitlab.com:sub": "project_path:g/p:ref_type:branch:ref:main", "gitlab.com:aud": "x"}}))
}

test_deny_operators_that_are_no_limit if {
	every operator in ["ForAllValues:StringLike", "StringLikeIfExists", "StringNotEquals"] {
		policy.deny == {trusts(anybody)} with input as expect.resource("aws_iam_role", "plan", trusting(github, object.union(audience, {operator: {"token.actions.githubusercontent.com:sub": "repo:o/r:*"}})))
	}
}

subject(value) := trusting(github, object.union(audience, {"StringLike": {"token.actions.githubusercontent.com:sub": value}}))

test_deny_subjects_that_fit_many if {
	every value in [
		"*", "repo:*", "repo:o*", "repo:o/*", "repo:o/r*", "repo:*/r:ref:refs/heads/main", "repo:?/r:*",
		"workflow:deploy", "environment:prod", "ref:refs/heads/main", "repository_owner:o",
		"project_path:*", "project_path:g/*:ref_type:branch:ref:main",
		"system:serviceaccount:*:app", "system:serviceaccount:*",
		"organization:*",
	] {
		policy.deny == {trusts($"every identity that fits {value}")} with input as expect.resource("aws_iam_role", "plan", subject(value))
	}
}

test_deny_one_open_subject_of_a_list if {
	policy.deny == {trusts("every identity that fits repo:*")} with input as expect.resource("aws_iam_role", "plan", subject(["repo:o/r:*", "repo:*"]))
}

test_allow_subjects_that_are_named if {
	every value in [
		"repo:o/r:ref:refs/heads/main", "repo:o/r:*", "repo:o/r:environment:prod", "repo:o@1/r@2:ref:refs/heads/main",
		"project_path:g/p:ref_type:branch:ref:main", "project_path:g/s/p:*",
		"system:serviceaccount:orders:app", "system:serviceaccount:orders:*",
		"organization:acme:project:*:workspace:*:run_phase:*",
		"110169484474386276334",
	] {
		policy.deny == set() with input as expect.resource("aws_iam_role", "plan", subject(value))
	}
}

test_allow_claims_of_a_provider_in_the_stack if {
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", trusting("${aws_iam_openid_connect_provider.github.arn}", {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com", "token.actions.githubusercontent.com:sub": "repo:o/r:ref:refs/heads/main"}}))
}

test_allow_a_repository_and_a_project_claim if {
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", trusting(github, object.union(audience, {"StringEquals": {"token.actions.githubusercontent.com:repository": "o/r"}})))
	policy.deny == {trusts("every identity that fits o/*")} with input as expect.resource("aws_iam_role", "plan", trusting(github, object.union(audience, {"StringLike": {"token.actions.githubusercontent.com:repository": "o/*"}})))
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", trusting("arn:aws:iam::111111111111:oidc-provider/gitlab.com", {"StringEquals": {"gitlab.com:aud": "x", "gitlab.com:project_path": "g/p"}}))
}

test_allow_providers_without_subject if {
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", trusting("cognito-identity.amazonaws.com", {"StringEquals": {"cognito-identity.amazonaws.com:aud": "eu-west-1:1"}}))
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", trusting("arn:aws:iam::111111111111:saml-provider/idp", {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}))
	policy.deny == {trusts(any_audience)} with input as expect.resource("aws_iam_role", "plan", trusting("arn:aws:iam::111111111111:saml-provider/idp", {}))
	policy.deny == {trusts(any_audience)} with input as expect.resource("aws_iam_role", "plan", trusting("cognito-identity.amazonaws.com", {}))
}

test_allow_a_role_that_trusts_nobody_from_outside if {
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", {"assume_role_policy": expect.document({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}})})
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_role", {}, {"assume_role_policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
