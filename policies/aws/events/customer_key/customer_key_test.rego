package aws.events.customer_key_test

import data.aws.events.customer_key as policy
import data.lib.expect

test_deny_a_bus_without_a_key if {
	every stage in expect.stages {
		every after in [{}, {"kms_key_identifier": ""}] {
			policy.deny == {expect.finding("AWS-EVENTS-001", "aws_cloudwatch_event_bus.it is encrypted with a key of AWS's")} with input as expect.resource("aws_cloudwatch_event_bus", stage, after)
		}
	}
}

test_allow_a_key_of_ours if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cloudwatch_event_bus", stage, {"kms_key_identifier": "alias/events"})
	}
	policy.deny == set() with input as expect.unknown("aws_cloudwatch_event_bus", {}, {"kms_key_identifier": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
