package aws.lb.log_encryption_test

import data.aws.lb.log_encryption as policy
import data.lib.expect

test_deny_a_key_that_is_not_s3s if {
	every stage in expect.stages {
		every algorithm in ["aws:kms", "aws:kms:dsse"] {
			every kind in [{}, {"load_balancer_type": "application"}] {
				policy.deny == {expect.violation("AWS-LB-011", $"aws_s3_bucket_server_side_encryption_configuration.it encrypts with {algorithm}: no load balancer's access logs are written there")} with input as encryption(stage, algorithm, [kind])
			}
		}
	}
}

test_deny_one_bucket_for_both_kinds if {
	count(policy.deny) == 1 with input as encryption("plan", "aws:kms", [{"load_balancer_type": "network"}, {"load_balancer_type": "application"}])
}

test_allow_s3s_own if {
	every stage in expect.stages {
		policy.deny == set() with input as encryption(stage, "AES256", [{}])
	}
}

test_allow_logs_of_packets_alone if {
	policy.deny == set() with input as encryption("plan", "aws:kms", [{"load_balancer_type": "network"}])
}

test_allow_a_bucket_without_such_logs if {
	policy.deny == set() with input as encryption("plan", "aws:kms", [])
}

test_allow_other_types if {
	policy.deny == set() with input as object.union(encryption("plan", "aws:kms", [{}]), {"type": "random_id"})
}

encryption(stage, algorithm, kinds) := expect.linked(
	"aws_s3_bucket_server_side_encryption_configuration", stage,
	{"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": algorithm}]}]},
	{"bucket": [object.union(
		expect.link("aws_s3_bucket", {}),
		{"links": {"balancers": [expect.link("aws_lb", kind) | some kind in kinds]}},
	)]},
)
