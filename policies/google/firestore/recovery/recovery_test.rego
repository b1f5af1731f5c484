package google.firestore.recovery_test

import data.google.firestore.recovery as policy
import data.lib.expect

test_deny_a_database_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-002", "google_firestore_database.it cannot be restored to a point in time")} with input as expect.resource("google_firestore_database", stage, {})
	}
}

test_deny_recovery_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-002", "google_firestore_database.it cannot be restored to a point in time")} with input as expect.resource("google_firestore_database", stage, {"point_in_time_recovery_enablement": "POINT_IN_TIME_RECOVERY_DISABLED"})
	}
}

test_allow_recovery if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_firestore_database", stage, {"point_in_time_recovery_enablement": "POINT_IN_TIME_RECOVERY_ENABLED"})
	}
}

# The driver withdraws this finding: the value may be set.
test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-FIRESTORE-002", "google_firestore_database.it cannot be restored to a point in time")} with input as expect.unknown("google_firestore_database", {}, {"point_in_time_recovery_enablement": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
