package google.secret_manager.encryption_test

import data.google.secret_manager.encryption as policy
import data.lib.expect

test_deny_what_has_no_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SECRET-001", "google_secret_manager_secret.it is not encrypted with a key of ours")} with input as expect.resource("google_secret_manager_secret", stage, {"replication": [{"auto": [{}]}]})
	}
}

test_deny_a_replica_without_a_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SECRET-001", "google_secret_manager_secret.it is not encrypted with a key of ours")} with input as expect.resource("google_secret_manager_secret", stage, {"replication": [{"user_managed": [{"replicas": [{"location": "l", "customer_managed_encryption": [{"kms_key_name": "k"}]}, {"location": "m", "customer_managed_encryption": []}]}]}]})
	}
}

test_deny_no_replicas if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SECRET-001", "google_secret_manager_secret.it is not encrypted with a key of ours")} with input as expect.resource("google_secret_manager_secret", stage, {"replication": [{"user_managed": [{"replicas": []}]}]})
	}
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_secret_manager_secret", stage, {"replication": [{"auto": [{"customer_managed_encryption": [{"kms_key_name": "k"}]}]}]})
	}
}

test_allow_a_key_of_each_replica if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_secret_manager_secret", stage, {"replication": [{"user_managed": [{"replicas": [{"location": "l", "customer_managed_encryption": [{"kms_key_name": "k"}]}]}]}]})
	}
}

test_allow_a_key_of_a_replica_that_only_the_apply_will_tell if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_secret_manager_secret", stage, {"replication": [{"user_managed": [{"replicas": [{"customer_managed_encryption": {}}]}]}]})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_secret_manager_secret", {"replication": [{"auto": [{"customer_managed_encryption": [{}]}]}]}, {"replication": [{"auto": [{"customer_managed_encryption": [{"kms_key_name": true}]}]}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"replication": [{"auto": [{}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"replication": [{"user_managed": [{"replicas": [{"location": "l", "customer_managed_encryption": [{"kms_key_name": "k"}]}, {"location": "m", "customer_managed_encryption": []}]}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"replication": [{"user_managed": [{"replicas": []}]}]})
}
