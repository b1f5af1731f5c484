package aws.sqs.tls_test

import data.aws.sqs.tls as policy
import data.lib.expect

test_deny_a_queue_without_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-SQS-002", "aws_sqs_queue.it accepts calls that are not encrypted in transit")} with input as expect.resource("aws_sqs_queue", stage, {})
	}
}

test_deny_a_policy_that_refuses_something_else if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-SQS-002", "aws_sqs_queue.it accepts calls that are not encrypted in transit")} with input as queue(stage, expect.tls("sqs:SendMessage"))
	}
}

test_allow_a_policy_resource_that_refuses_plaintext if {
	every stage in expect.stages {
		policy.deny == set() with input as queue(stage, expect.tls("sqs:*"))
	}
}

# What the queue's policy may still say is the driver's to know: see `undetermined` in test/policies/undetermined.test.ts.
test_deny_is_a_finding_when_the_policy_is_unknown if {
	other := object.union(expect.link("aws_sqs_queue_policy", {}), {"unknown": {"policy": true}})
	policy.deny == {expect.finding("AWS-SQS-002", "aws_sqs_queue.it accepts calls that are not encrypted in transit")} with input as expect.linked("aws_sqs_queue", "plan", {}, {"policies": [other]})
}

queue(stage, document) := expect.linked("aws_sqs_queue", stage, {}, {"policies": [expect.link("aws_sqs_queue_policy", {"policy": document})]})

test_allow_a_policy_of_its_own if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sqs_queue", stage, {"policy": expect.tls("*")})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
