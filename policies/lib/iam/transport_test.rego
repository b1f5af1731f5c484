package lib.iam_test

import data.lib.iam

# The statement that refuses plaintext, with some of it changed.
refusal(more) := object.union(object.remove(plaintext, object.keys(more)), more)

plaintext := {
	"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*",
	"Condition": {"Bool": {"aws:SecureTransport": "false"}},
}

refuses(service, more) if iam.denies_plaintext(written([refusal(more)]), service)

test_a_deny_of_everything_that_is_not_encrypted_refuses_it if {
	every service in ["sqs", "s3"] {
		every action in ["*", $"{service}:*", $"{upper(service)}:*", ["a:b", "*"]] {
			refuses(service, {"Action": action})
		}
		refuses(service, {"Principal": {"AWS": ["*"]}})
		refuses(service, {"Condition": {"boolIfExists": {"AWS:securetransport": [false]}}})
	}
}

test_any_statement_of_the_document_will_do if {
	iam.denies_plaintext(written([allow("*", "*"), plaintext]), "sqs")
}

test_less_than_everything_does_not if {
	every more in [
		{"Effect": "Allow"},
		{"Action": "sqs:SendMessage"},
		{"Action": "sns:*"},
		{"Principal": {"AWS": "arn:aws:iam::111111111111:root"}},
		{"Principal": null, "NotPrincipal": {"AWS": "arn:aws:iam::111111111111:root"}},
		{"NotPrincipal": {"AWS": "arn:aws:iam::111111111111:root"}},
	] {
		not refuses("sqs", more)
	}
	not iam.denies_plaintext(written([object.remove(plaintext, ["Resource"])]), "sqs")
	not iam.denies_plaintext(written([object.remove(plaintext, ["Condition"])]), "sqs")
}

test_a_condition_that_is_another_or_one_of_many_does_not if {
	every condition in [
		{"Bool": {"aws:SecureTransport": "true"}},
		{"Null": {"aws:SecureTransport": "false"}},
		{"Bool": {"aws:ViaAWSService": "false"}},
		{"Bool": {"aws:SecureTransport": "false", "aws:ViaAWSService": "false"}},
		{"Bool": {"aws:SecureTransport": "false"}, "StringEquals": {"a": "b"}},
		{},
	] {
		not refuses("sqs", {"Condition": condition})
	}
}

test_of_a_queue_any_resource_is_all if {
	refuses("sqs", {"Resource": "arn:aws:sqs:eu-west-1:111111111111:orders"})
}

test_of_a_bucket_it_takes_itself_and_its_objects if {
	every resources in ["*", "arn:aws:s3:::orders*", ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"]] {
		refuses("s3", {"Resource": resources})
	}
	every resources in [
		"arn:aws:s3:::orders", "arn:aws:s3:::orders/*", ["arn:aws:s3:::orders", "arn:aws:s3:::orders/new/*"],
		["arn:aws:s3:::orders", "arn:aws:s3:::orders/new"], ["arn:aws:s3:::orders/*", "arn:aws:s3:::orders/*"],
	] {
		not refuses("s3", {"Resource": resources})
	}
	not refuses("dynamodb", {})
}
