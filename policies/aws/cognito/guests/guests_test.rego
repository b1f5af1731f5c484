package aws.cognito.guests_test

import data.aws.cognito.guests as policy
import data.lib.expect

test_deny_guests if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-COGNITO-006", "aws_cognito_identity_pool.it gives credentials to everybody (allow_unauthenticated_identities)")} with input as expect.resource("aws_cognito_identity_pool", stage, {"allow_unauthenticated_identities": true})
	}
}

test_allow_users if {
	every stage in expect.stages {
		every after in [{"allow_unauthenticated_identities": false}, {}] {
			policy.deny == set() with input as expect.resource("aws_cognito_identity_pool", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow_unauthenticated_identities": true})
}
