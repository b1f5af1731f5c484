package aws.lb.headers_test

import data.aws.lb.headers as policy
import data.lib.expect

types := ["aws_lb", "aws_alb"]

test_deny_malformed_headers if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"load_balancer_type": "application", "drop_invalid_header_fields": false}] {
				policy.deny == {expect.finding("AWS-LB-003", $"{type}.it passes on headers that are none (drop_invalid_header_fields)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_dropping if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"drop_invalid_header_fields": true})
		}
	}
}

test_allow_what_reads_no_headers if {
	every stage in expect.stages {
		every type in types {
			every after in [{"load_balancer_type": "network"}, {"load_balancer_type": "gateway"}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-LB-003", "aws_lb.it passes on headers that are none (drop_invalid_header_fields)")} with input as expect.unknown("aws_lb", {}, {"drop_invalid_header_fields": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"load_balancer_type": "application", "drop_invalid_header_fields": false})
}
