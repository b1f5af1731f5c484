package aws.lambda.async_failures_test

import data.aws.lambda.async_failures as policy
import data.lib.expect

test_deny_a_function_that_drops_events if {
	every stage in expect.stages {
		every after in [{}, {"dead_letter_config": [{"target_arn": ""}]}] {
			policy.deny == {expect.finding("AWS-LAMBDA-011", "aws_lambda_function.it is invoked by sns.amazonaws.com and drops events that fail")} with input as function(stage, after, "sns.amazonaws.com", {})
		}
	}
}

test_allow_a_dead_letter_queue if {
	every stage in expect.stages {
		policy.deny == set() with input as function(stage, {"dead_letter_config": [{"target_arn": "arn:aws:sqs:eu-west-1:1:dead"}]}, "sns.amazonaws.com", {})
	}
	policy.deny == set() with input as object.union(function("plan", {}, "sns.amazonaws.com", {}), {"unknown": {"dead_letter_config": [{"target_arn": true}]}})
}

test_allow_a_destination if {
	every stage in expect.stages {
		policy.deny == set() with input as function(stage, {}, "sns.amazonaws.com", {"destination_config": [{"on_failure": [{"destination": "arn:aws:sqs:eu-west-1:1:dead"}]}]})
	}
	other := object.union(expect.link("aws_lambda_function_event_invoke_config", {}), {"unknown": {"destination_config": true}})
	policy.deny == set() with input as expect.linked("aws_lambda_function", "plan", {}, {
		"permissions": [expect.link("aws_lambda_permission", {"principal": "sns.amazonaws.com"})],
		"invocations": [other],
	})
}

test_allow_a_caller_that_waits if {
	every stage in expect.stages {
		policy.deny == set() with input as function(stage, {}, "apigateway.amazonaws.com", {})
	}
}

# A plan writes a block that is not there as an empty list.
test_deny_empty_blocks_beside_it if {
	every block in [[], [{}], [{"on_failure": []}], [{"on_failure": [{}]}]] {
		policy.deny == {expect.finding("AWS-LAMBDA-011", "aws_lambda_function.it is invoked by sns.amazonaws.com and drops events that fail")} with input as function("plan", {}, "sns.amazonaws.com", {"destination_config": block})
	}
	every block in [[], [{}]] {
		policy.deny == {expect.finding("AWS-LAMBDA-011", "aws_lambda_function_event_invoke_config.it drops events that fail")} with input as expect.linked("aws_lambda_function_event_invoke_config", "plan", {}, {"function": [expect.link("aws_lambda_function", {"dead_letter_config": block})]})
	}
}

test_deny_a_configuration_that_drops_events if {
	every stage in expect.stages {
		every after in [{}, {"destination_config": [{"on_success": [{"destination": "arn:aws:sqs:eu-west-1:1:done"}]}]}, {"destination_config": [{"on_failure": [{"destination": ""}]}]}] {
			policy.deny == {expect.finding("AWS-LAMBDA-011", "aws_lambda_function_event_invoke_config.it drops events that fail")} with input as expect.resource("aws_lambda_function_event_invoke_config", stage, after)
		}
	}
}

test_allow_a_configuration_with_a_destination if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_function_event_invoke_config", stage, {"destination_config": [{"on_failure": [{"destination": "arn:aws:sqs:eu-west-1:1:dead"}]}]})
	}
	policy.deny == set() with input as expect.unknown("aws_lambda_function_event_invoke_config", {}, {"destination_config": [{"on_failure": [{"destination": true}]}]})
}

test_allow_a_configuration_beside_a_dead_letter_queue if {
	every part in ["after", "unknown"] {
		called := object.union(expect.link("aws_lambda_function", {}), {part: {"dead_letter_config": [{"target_arn": "arn"}]}})
		policy.deny == set() with input as expect.linked("aws_lambda_function_event_invoke_config", "plan", {}, {"function": [called]})
	}
}

function(stage, after, principal, invocation) := expect.linked("aws_lambda_function", stage, after, {
	"permissions": [expect.link("aws_lambda_permission", {"principal": principal})],
	"invocations": [expect.link("aws_lambda_function_event_invoke_config", invocation)],
})

test_allow_another_type_with_links if {
	policy.deny == set() with input as object.union(function("synth", {}, "sns.amazonaws.com", {}), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

test_deny_whoever_invokes_asynchronously if {
	every service in ["cloudformation", "codecommit", "config", "events", "iot", "logs", "s3", "scheduler", "ses"] {
		message := $"aws_lambda_function.it is invoked by {service}.amazonaws.com and drops events that fail"
		policy.deny == {expect.finding("AWS-LAMBDA-011", message)} with input as function("plan", {}, $"{service}.amazonaws.com", {})
	}
}
