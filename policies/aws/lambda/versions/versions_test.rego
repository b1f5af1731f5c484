package aws.lambda.versions_test

import data.aws.lambda.versions as policy
import data.lib.expect

test_deny_latest if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-016", "aws_lambda_alias.it points at $LATEST, which every deploy changes")} with input as expect.resource("aws_lambda_alias", stage, {"function_version": "$LATEST"})
	}
}

test_deny_a_function_without_versions if {
	every stage in expect.stages {
		every after in [{}, {"publish": false}] {
			policy.deny == {expect.finding("AWS-LAMBDA-016", "aws_lambda_alias.it points at aws_lambda_function.other, which publishes no versions")} with input as alias(stage, {}, after)
		}
	}
}

test_allow_a_version if {
	every stage in expect.stages {
		policy.deny == set() with input as alias(stage, {"function_version": "7"}, {})
	}
}

test_allow_a_version_known_only_after_apply if {
	every stage in expect.stages {
		policy.deny == set() with input as alias(stage, {}, {"publish": true})
	}
	called := object.union(expect.link("aws_lambda_function", {}), {"unknown": {"publish": true}})
	policy.deny == set() with input as expect.linked("aws_lambda_alias", "plan", {}, {"function": [called]})
}

alias(stage, after, called) := expect.linked("aws_lambda_alias", stage, after, {"function": [expect.link("aws_lambda_function", called)]})

test_allow_another_type_with_the_attribute if {
	every after in [{}, {"function_version": "$LATEST"}] {
		policy.deny == set() with input as object.union(alias("synth", after, {}), {"type": "random_id"})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
