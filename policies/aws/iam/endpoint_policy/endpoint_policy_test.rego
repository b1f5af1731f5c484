package aws.iam.endpoint_policy_test

import data.aws.iam.endpoint_policy as policy
import data.lib.expect

open := "lets everybody reach every resource of every account"

test_deny_an_endpoint_without_a_policy if {
	every after in [{}, {"policy": ""}, {"vpc_endpoint_type": "Gateway"}, {"vpc_endpoint_type": "Interface"}] {
		every stage in expect.stages {
			policy.deny == {expect.finding("AWS-IAM-026", $"aws_vpc_endpoint.it {open}")} with input as expect.resource("aws_vpc_endpoint", stage, after)
		}
	}
	policy.deny == {expect.finding("AWS-IAM-026", $"aws_vpc_endpoint_policy.it {open}")} with input as expect.resource("aws_vpc_endpoint_policy", "plan", {})
}

allowing(more) := {"policy": expect.document(object.union({"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"}, more))}

test_deny_a_policy_for_everything if {
	every more in [{}, {"Principal": {"AWS": "*"}}, {"Resource": ["arn:aws:s3:::orders/*", "*"]}, {"Condition": {"StringLike": {"aws:PrincipalOrgID": "*"}}}] {
		every type in ["aws_vpc_endpoint", "aws_vpc_endpoint_policy"] {
			policy.deny == {expect.violation("AWS-IAM-026", $"{type}.it {open}")} with input as expect.resource(type, "plan", allowing(more))
		}
	}
}

test_allow_less if {
	every more in [
		{"Resource": "arn:aws:s3:::orders/*"},
		{"Principal": {"AWS": "arn:aws:iam::111111111111:role/x"}},
		{"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}},
		{"Condition": {"StringEquals": {"aws:ResourceOrgID": "o-a1b2c3d4e5"}}},
		{"Effect": "Deny"},
	] {
		policy.deny == set() with input as expect.resource("aws_vpc_endpoint", "plan", allowing(more))
	}
}

test_allow_strangers_being_kept_out if {
	fence := {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}
	policy.deny == set() with input as expect.resource("aws_vpc_endpoint", "plan", {"policy": json.marshal({"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}, fence]})})
}

test_allow_endpoints_that_take_no_policy if {
	every kind in ["GatewayLoadBalancer", "Resource", "ServiceNetwork"] {
		policy.deny == set() with input as expect.resource("aws_vpc_endpoint", "plan", {"vpc_endpoint_type": kind})
	}
}

test_allow_a_policy_beside_it if {
	policy.deny == set() with input as expect.linked("aws_vpc_endpoint", "plan", {}, {"policies": [expect.link("aws_vpc_endpoint_policy", {})]})
}

# What is known only after apply withdraws a finding: see report.rego.
test_deny_is_a_finding_where_the_policy_is_unknown if {
	policy.deny == {expect.finding("AWS-IAM-026", $"aws_vpc_endpoint.it {open}")} with input as expect.unknown("aws_vpc_endpoint", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
