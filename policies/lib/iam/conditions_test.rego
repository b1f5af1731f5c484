package lib.iam_test

import data.lib.iam

limits(condition) := iam.limits({"condition": condition}, "aws:sourceaccount")

test_a_matching_operator_limits_its_key if {
	every operator in ["StringEquals", "stringLike", "StringEqualsIgnoreCase", "ArnEquals", "ArnLike", "IpAddress", "Bool", "ForAnyValue:StringEquals", "ForAnyValue:StringLike"] {
		limits({operator: {"AWS:SourceAccount": "1"}}) == [["1"]]
	}
}

test_an_open_operator_does_not if {
	every operator in ["StringNotEquals", "StringNotLike", "ArnNotLike", "StringEqualsIfExists", "ForAllValues:StringEquals", "ForAllValues:StringLikeIfExists", "ForAnyValue:StringEqualsIfExists", "Null", "NumericEquals"] {
		limits({operator: {"aws:SourceAccount": "1"}}) == []
	}
}

test_a_null_condition_closes_an_open_operator if {
	every operator in ["StringEqualsIfExists", "ForAllValues:StringEquals", "ForAnyValue:StringLikeIfExists"] {
		every there in ["false", false, ["False"]] {
			limits({operator: {"aws:SourceAccount": ["1"]}, "Null": {"aws:sourceaccount": there}}) == [["1"]]
		}
		limits({operator: {"aws:SourceAccount": "1"}, "Null": {"aws:SourceAccount": "true"}}) == []
		limits({operator: {"aws:SourceAccount": "1"}, "Null": {"aws:SourceArn": "false"}}) == []
	}
}

test_no_value_and_another_key_are_no_limit if {
	limits({"StringEquals": {"aws:SourceAccount": []}}) == []
	limits({"StringEquals": {"aws:SourceArn": "1"}}) == []
	iam.limits({}, "aws:sourceaccount") == []
}

test_every_limited_key if {
	iam.limited_keys({"condition": {"StringEquals": {"A": "1"}, "StringNotEquals": {"b": "1"}, "ArnLike": {"c": "x"}}}) == {"a", "c"}
}

narrowed(operator, key, values) if iam.narrowed({"condition": {operator: {key: values}}})

test_narrowed_by_somebody_known if {
	every pair in [
		["aws:PrincipalAccount", "111111111111"],
		["aws:PrincipalArn", "arn:aws:iam::111111111111:role/*"],
		["aws:PrincipalOrgID", "o-a1b2c3d4e5"],
		["aws:PrincipalOrgID", "${aws:ResourceOrgID}"],
		["aws:PrincipalOrgPaths", "o-a1b2c3d4e5/*"],
		["aws:SourceAccount", ["111111111111", "222222222222"]],
		["aws:SourceArn", "arn:aws:s3:::orders"],
		["aws:SourceArn", "arn:aws:s3:::orders/*"],
		["aws:SourceIp", "203.0.113.0/24"],
		["aws:SourceIp", "10.0.0.0/8"],
		["aws:SourceIp", "2001:db8::/32"],
		["aws:SourceOrgID", "o-a1b2c3d4e5"],
		["aws:SourceOrgPaths", "o-a1b2c3d4e5/r-1/*"],
		["aws:SourceOwner", "111111111111"],
		["aws:SourceVpc", "vpc-1"],
		["aws:SourceVpce", "${aws_vpc_endpoint.s3.id}"],
		["aws:VpcSourceIp", "10.1.0.0/16"],
		["kms:CallerAccount", "111111111111"],
		["aws:SourceArn", "${aws_sns_topic.t.arn}*"],
		["aws:SourceArn", "arn:aws:cloudfront::111111111111:distribution/E1"],
		["aws:SourceArn", "arn:aws:cloudfront::111111111111:distribution/3"],
		["aws:SourceIp", "128.0.0.0/8"],
	] {
		narrowed("StringLike", pair[0], pair[1])
	}
}

test_not_narrowed_by_anybody if {
	every pair in [
		["aws:PrincipalOrgID", "*"],
		["aws:PrincipalOrgID", "o-*"],
		["aws:PrincipalOrgPaths", "o-*/x"],
		["aws:SourceAccount", ["111111111111", "*"]],
		["aws:SourceArn", "arn:aws:sns:*:*:*"],
		["aws:SourceArn", "arn:aws:sns:eu-west-1:${aws:PrincipalAccount}:*"],
		["aws:SourceArn", "arn:aws:s3:::*"],
		["aws:SourceArn", "arn:aws:s3:::*/orders"],
		["aws:SourceIp", "0.0.0.0/0"],
		["aws:SourceIp", "128.0.0.0/7"],
		["aws:SourceIp", "FE80::/3"],
		["aws:SourceIp", "::/0"],
		["aws:SourceIp", "2001:db8::/31"],
		["aws:SourceAccount", "${aws:PrincipalAccount}"],
		["aws:UserAgent", "x"],
		["aws:SecureTransport", "true"],
		["sts:ExternalId", "x"],
	] {
		not narrowed("StringLike", pair[0], pair[1])
	}
	not narrowed("StringEqualsIfExists", "aws:SourceAccount", "111111111111")
}
