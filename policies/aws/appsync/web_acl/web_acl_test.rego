package aws.appsync.web_acl_test

import data.aws.appsync.web_acl as policy
import data.lib.expect

test_deny_unprotected if {
	every stage in expect.stages {
		every after in [
			{},
			{"visibility": "GLOBAL"},
		] {
			policy.deny == {expect.finding("AWS-APPSYNC-006", "aws_appsync_graphql_api.it has no web ACL")} with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_allow_protected if {
	every stage in expect.stages {
		every after in [
			{"visibility": "PRIVATE"},
		] {
			policy.deny == set() with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_allow_a_web_acl if {
	every stage in expect.stages {
		every after in [{}, {"visibility": "GLOBAL"}] {
			policy.deny == set() with input as expect.linked("aws_appsync_graphql_api", stage, after, {"web_acls": [expect.link("aws_wafv2_web_acl_association", {})]})
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APPSYNC-006", "aws_appsync_graphql_api.it has no web ACL")} with input as expect.unknown("aws_appsync_graphql_api", {}, {"visibility": true})
}

test_allow_other_types if {
	every after in [
		{},
		{"visibility": "GLOBAL"},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
