package lib.iam_test

import data.lib.iam

test_a_service_is_called_so if {
	iam.is_service("sns.amazonaws.com")
	every name in ["amazonaws.com", "sns.amazonaws.com.example", "arn:aws:iam::111111111111:root"] {
		not iam.is_service(name)
	}
}

test_elastic_load_balancing_says_nothing_of_whom_it_logs_for if {
	iam.on_behalf_of_nobody == {"logdelivery.elasticloadbalancing.amazonaws.com"}
}

bound(key, value, service) if {
	iam.bound_to_a_source({"condition": {"StringEquals": {key: value}}}, service)
}

test_a_key_that_names_whom_a_service_acts_for_binds_it if {
	every key in [
		"aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceOwner",
		"kms:CallerAccount", "kms:EncryptionContext:aws:logs:arn",
	] {
		bound(key, "111111111111", "s3.amazonaws.com")
		not bound(key, "*", "s3.amazonaws.com")
		not bound(key, ["111111111111", "*"], "s3.amazonaws.com")
	}
	not bound("aws:PrincipalAccount", "111111111111", "s3.amazonaws.com")
	not bound("aws:kms:EncryptionContext:", "111111111111", "s3.amazonaws.com")
}

test_an_arn_binds_where_it_names_an_account if {
	every arn in ["arn:aws:sns:eu-west-1:111111111111:news", "${aws_sns_topic.news.arn}"] {
		bound("aws:SourceArn", arn, "sns.amazonaws.com")
	}
	every arn in ["arn:aws:s3:::orders", "${aws_s3_bucket.orders.arn}", "news", ["arn:aws:sns:eu-west-1:111111111111:news", "arn:aws:s3:::orders"]] {
		not bound("aws:SourceArn", arn, "sns.amazonaws.com")
	}
}

test_of_s3_no_arn_does if {
	not bound("aws:SourceArn", "arn:aws:sns:eu-west-1:111111111111:news", "s3.amazonaws.com")
}

test_without_a_condition_nothing_binds if {
	not iam.bound_to_a_source({}, "sns.amazonaws.com")
	not iam.bound_to_a_source({"condition": {"StringNotEquals": {"aws:SourceAccount": "111111111111"}}}, "sns.amazonaws.com")
}
