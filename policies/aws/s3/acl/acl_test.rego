package aws.s3.acl_test

import data.aws.s3.acl as policy
import data.lib.expect

test_deny_a_public_acl if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-S3-004", "aws_s3_bucket_acl.it has the ACL public-read")} with input as expect.resource("aws_s3_bucket_acl", stage, {"acl": "public-read"})
	}
}

test_deny_a_public_acl_on_the_bucket if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-S3-004", "aws_s3_bucket.it has the ACL public-read-write")} with input as expect.resource("aws_s3_bucket", stage, {"acl": "public-read-write"})
	}
}

test_allow_a_private_acl if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_s3_bucket_acl", stage, {"acl": "private"})
	}
}

test_deny_nothing_of_an_unknown_acl if {
	policy.deny == set() with input as expect.unknown("aws_s3_bucket_acl", {}, {"acl": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

grant := {"grantee": [{"type": "Group", "uri": "http://acs.amazonaws.com/groups/global/AllUsers"}], "permission": "READ"}

test_deny_a_grant_to_all_users if {
	every stage in expect.stages {
		every type, after in {
			"aws_s3_bucket_acl": {"access_control_policy": [{"grant": [grant]}]},
			"aws_s3_bucket": {"grant": [{"uri": grant.grantee[0].uri, "permissions": ["READ"]}]},
		} {
			policy.deny == {expect.violation("AWS-S3-004", $"{type}.it grants access to {grant.grantee[0].uri}")} with input as expect.resource(type, stage, after)
		}
	}
}

test_allow_a_grant_to_somebody if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_s3_bucket_acl", stage, {"access_control_policy": [{"grant": [{"grantee": [{"id": "abc"}]}]}]})
	}
}
