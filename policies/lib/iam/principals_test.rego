package lib.iam_test

import data.lib.iam

test_anyone_by_any_name if {
	every statement in [
		{"principal": "*"},
		{"principal": {"AWS": "*"}},
		{"principal": {"AWS": ["arn:aws:iam::111111111111:root", "*"]}},
		{"principal": {"Federated": "*"}},
		{"notprincipal": {"AWS": "arn:aws:iam::111111111111:root"}},
	] {
		iam.anyone(statement)
	}
	every statement in [{}, {"principal": {"AWS": "arn:aws:iam::111111111111:root"}}, {"principal": {"Service": "sns.amazonaws.com"}}] {
		not iam.anyone(statement)
	}
}

test_principals_of_a_kind if {
	iam.principals({"principal": {"aws": ["a", "b"], "Service": "s"}}, "AWS") == {"a", "b"}
	iam.principals({"principal": {"AWS": "a", "Service": "s"}}, "Service") == {"s"}
	iam.principals({"principal": "*"}, "AWS") == set()
}

test_the_root_of_an_account if {
	every names in ["arn:aws:iam::111111111111:root", "111111111111", ["arn:aws:iam::${data.aws_caller_identity.me.account_id}:root"]] {
		iam.account_root({"principal": {"AWS": names}})
	}
	every principal in [
		{"AWS": []},
		{"AWS": "*"},
		{"AWS": "arn:aws:iam::*:root"},
		{"AWS": "arn:aws:iam::111111111111:role/root"},
		{"AWS": "aws:iam::111111111111:root"},
		{"AWS": "arn:aws:sts::111111111111:root"},
		{"AWS": "11111111111"},
		{"AWS": "11111111111a"},
		{"AWS": ["111111111111", "arn:aws:iam::111111111111:user/x"]},
		{"AWS": "111111111111", "Service": "sns.amazonaws.com"},
	] {
		not iam.account_root({"principal": principal})
	}
}

test_the_account_of_a_principal if {
	iam.account_of("111111111111") == "111111111111"
	iam.account_of("arn:aws:iam::111111111111:role/x") == "111111111111"
	every name in ["*", "arn:aws:iam::${var.account}:root", "${aws_iam_role.r.arn}", "x:x:x:x:111111111111:x"] {
		not iam.account_of(name)
	}
}

public := {"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::b/*"}

# A Deny for strangers, with some of its elements replaced.
fence(more) := object.union(object.remove(whole, object.keys(more)), more) if {
	whole := {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}
}

fenced(deny) if {
	document := iam.document(written([public, deny]))
	some statement in document.allows
	iam.fenced(document, statement)
}

test_fenced_by_a_deny_for_strangers if {
	every more in [
		{},
		{"Principal": {"AWS": "*"}},
		{"Condition": {"StringNotEqualsIfExists": {"aws:PrincipalOrgID": ["o-a1b2c3d4e5"]}}},
		{"Condition": {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}},
		{"Condition": {"ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::111111111111:*"}}},
		{"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:role/x"}}},
		{"Condition": {"StringNotLike": {"aws:PrincipalAccount": "111111111111"}}},
		{"Condition": {"StringNotEqualsIgnoreCase": {"aws:PrincipalAccount": "111111111111"}}},
		{"Action": ["s3:Get*", "s3:Put*"], "Resource": "arn:aws:s3:::b*"},
	] {
		fenced(fence(more))
	}
}

test_not_fenced_where_strangers_get_through if {
	every more in [
		{"Effect": "Allow"},
		{"Principal": {"AWS": "arn:aws:iam::111111111111:root"}},
		{"Action": "s3:GetObject"},
		{"Resource": "arn:aws:s3:::other/*"},
		{"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}},
		{"Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-*"}}},
		{"Condition": {"StringNotEquals": {"aws:PrincipalOrgID": []}}},
		{"Condition": {"StringNotEquals": {"aws:UserAgent": "x"}}},
		{"Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-1", "aws:SourceVpc": "vpc-1"}}},
		{"Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}, "Bool": {"aws:SecureTransport": "false"}}},
		{"Condition": {"ForAnyValue:StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}},
	] {
		not fenced(fence(more))
	}
}

test_what_is_attached_and_its_name_at_aws if {
	iam.attached == {"a", "b", "c", "d"} with input as {"after": {"policy_arn": "a", "policy_arns": ["b"], "managed_policy_arns": ["c"], "managed_policy_arn": "d"}}
	iam.managed_name("arn:aws-cn:iam::aws:policy/job-function/Billing") == "job-function/Billing"
	not iam.managed_name("arn:aws:iam::111111111111:policy/AdministratorAccess")
}
