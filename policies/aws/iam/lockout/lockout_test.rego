package aws.iam.lockout_test

import data.aws.iam.lockout as policy
import data.lib.expect

denying(more) := {"policy": expect.document(object.union({"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}, more))}

test_deny_everything_refused_to_everybody if {
	every more in [{}, {"Action": "*"}, {"Action": ["s3:GetObject", "S3:*"]}, {"Principal": {"AWS": ["arn:aws:iam::111111111111:root", "*"]}}] {
		every stage in expect.stages {
			policy.deny == {expect.violation("AWS-IAM-024", "aws_s3_bucket_policy.it refuses every action to everybody: only the account's root could undo it")} with input as expect.resource("aws_s3_bucket_policy", stage, denying(more))
		}
	}
}

test_allow_less if {
	every more in [
		{"Effect": "Allow"},
		{"Action": ["s3:DeleteBucket", "s3:Put*"]},
		{"Principal": {"AWS": "arn:aws:iam::111111111111:role/x"}},
		{"Condition": {"Bool": {"aws:SecureTransport": "false"}}},
	] {
		policy.deny == set() with input as expect.resource("aws_s3_bucket_policy", "plan", denying(more))
	}
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_s3_bucket_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
