package aws.lambda.concurrency_sum_test

import data.aws.lambda.concurrency_sum as policy
import data.lib.expect

test_deny_pollers_that_outrun_the_function if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-013", "aws_lambda_function.it reserves 99, its pollers run up to 100 at once (mapping.a, mapping.b)")} with input as function(stage, 99)
	}
}

test_allow_pollers_that_fit if {
	every stage in expect.stages {
		policy.deny == set() with input as function(stage, 100)
	}
}

# AWS-LAMBDA-003 speaks of functions without a bound.
test_allow_a_function_without_a_bound if {
	every reserved in [-1, 0] {
		policy.deny == set() with input as function("plan", reserved)
	}
}

test_deny_a_mapping_of_the_function_alone if {
	policy.deny == {expect.violation("AWS-LAMBDA-013", "aws_lambda_function.it reserves 1, its pollers run up to 40 at once (mapping.a)")} with input as expect.linked("aws_lambda_function", "plan", {"reserved_concurrent_executions": 1}, {"mappings": [mapping("mapping.a", [{"maximum_concurrency": 40}])]})
}

test_deny_a_mapping_of_an_alias_alone if {
	policy.deny == {expect.violation("AWS-LAMBDA-013", "aws_lambda_function.it reserves 1, its pollers run up to 40 at once (mapping.a)")} with input as expect.linked("aws_lambda_function", "plan", {"reserved_concurrent_executions": 1}, {"aliases": [{"links": {"mappings": [mapping("mapping.a", [{"maximum_concurrency": 40}])]}}]})
}

# One mapping names both; synthesized JSON may write the block without its list.
function(stage, reserved) := expect.linked("aws_lambda_function", stage, {"reserved_concurrent_executions": reserved}, {
	"mappings": [mapping("mapping.a", {"maximum_concurrency": 40})],
	"aliases": [{"links": {"mappings": [mapping("mapping.a", {"maximum_concurrency": 40}), mapping("mapping.b", [{"maximum_concurrency": 60}])]}}],
})

mapping(address, scaling) := {"address": address, "after": {"scaling_config": scaling}, "unknown": {}, "links": {}}

test_allow_another_type_with_links if {
	policy.deny == set() with input as object.union(function("synth", 1), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
