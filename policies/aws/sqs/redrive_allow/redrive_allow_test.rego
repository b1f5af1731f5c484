package aws.sqs.redrive_allow_test

import data.aws.sqs.redrive_allow as policy
import data.lib.expect

test_deny_a_dead_letter_queue_for_everybody if {
	every stage in expect.stages {
		every after in [{}, {"redrive_allow_policy": "{\"redrivePermission\":\"allowAll\"}"}] {
			every name in ["sources", "redrivers"] {
				policy.deny == {expect.finding("AWS-SQS-007", "aws_sqs_queue.it takes the dead letters of any queue of the account")} with input as expect.linked("aws_sqs_queue", stage, after, {name: [expect.link("aws_sqs_queue", {})]})
			}
		}
	}
}

test_allow_named_sources if {
	every stage in expect.stages {
		every permission in ["byQueue", "denyAll"] {
			policy.deny == set() with input as dead(stage, {"redrive_allow_policy": json.marshal({"redrivePermission": permission})}, [])
		}
	}
}

test_allow_a_policy_beside_the_queue if {
	every stage in expect.stages {
		other := expect.link("aws_sqs_queue_redrive_allow_policy", {"redrive_allow_policy": "{\"redrivePermission\":\"byQueue\"}"})
		policy.deny == set() with input as dead(stage, {}, [other])
	}
}

# The driver withdraws this finding: the policy may name the sources.
test_deny_is_a_finding_when_the_policy_is_unknown if {
	policy.deny == {expect.finding("AWS-SQS-007", "aws_sqs_queue.it takes the dead letters of any queue of the account")} with input as object.union(dead("plan", {}, []), {"unknown": {"redrive_allow_policy": true}})
}

test_allow_a_queue_that_is_no_target if {
	policy.deny == set() with input as expect.resource("aws_sqs_queue", "plan", {})
}

dead(stage, after, allowances) := expect.linked("aws_sqs_queue", stage, after, {
	"sources": [expect.link("aws_sqs_queue", {})],
	"allowances": allowances,
})

test_allow_another_type_with_sources if {
	policy.deny == set() with input as object.union(dead("synth", {}, []), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
