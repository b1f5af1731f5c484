package aws.s3.customer_key_test

import data.aws.s3.customer_key as policy
import data.lib.expect

test_deny_the_keys_of_the_service if {
	every stage in expect.stages {
		every chosen in [{"sse_algorithm": "AES256"}, {"sse_algorithm": "aws:kms"}, {"sse_algorithm": "aws:kms", "kms_master_key_id": "alias/aws/s3"}] {
			policy.deny == {expect.finding("AWS-S3-009", "aws_s3_bucket_server_side_encryption_configuration.it does not encrypt with a key of ours")} with input as encryption(stage, chosen, true)
		}
	}
}

test_deny_encryption_without_a_bucket_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-S3-009", "aws_s3_bucket_server_side_encryption_configuration.it asks KMS for every object (no bucket key)")} with input as encryption(stage, {"sse_algorithm": "aws:kms", "kms_master_key_id": "alias/orders"}, false)
	}
}

test_allow_a_key_of_ours if {
	every stage in expect.stages {
		every algorithm in ["aws:kms", "aws:kms:dsse"] {
			policy.deny == set() with input as encryption(stage, {"sse_algorithm": algorithm, "kms_master_key_id": "alias/orders"}, true)
		}
	}
}

test_allow_a_key_known_only_after_apply if {
	unknown := {"unknown": {"rule": [{"apply_server_side_encryption_by_default": [{"kms_master_key_id": true}]}]}}
	policy.deny == set() with input as object.union(encryption("plan", {"sse_algorithm": "aws:kms"}, true), unknown)
	count(policy.deny) == 1 with input as object.union(encryption("plan", {"sse_algorithm": "AES256"}, true), unknown)
}

encryption(stage, chosen, bucket_key) := expect.resource("aws_s3_bucket_server_side_encryption_configuration", stage, {"rule": [{
	"apply_server_side_encryption_by_default": [chosen],
	"bucket_key_enabled": bucket_key,
}]})

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as object.union(encryption("synth", {"sse_algorithm": "aws:kms"}, false), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

# Where a load balancer writes its access logs no key of ours would let it (AWS-LB-011).
test_allow_s3s_own_key_where_balancers_write if {
	every stage in expect.stages {
		policy.deny == set() with input as object.union(encryption(stage, {"sse_algorithm": "AES256"}, false), logged([expect.link("aws_lb", {})]))
	}
}

test_deny_s3s_own_key_in_a_bucket_of_something_else if {
	count(policy.deny) == 1 with input as object.union(encryption("plan", {"sse_algorithm": "AES256"}, false), logged([]))
}

logged(balancers) := {"links": {"bucket": [object.union(expect.link("aws_s3_bucket", {}), {"links": {"balancers": balancers}})]}}
