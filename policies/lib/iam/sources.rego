package lib.iam

is_service(name) if endswith(name, ".amazonaws.com")

# Services that send neither the ARN nor the account they act for.
on_behalf_of_nobody := {"logdelivery.elasticloadbalancing.amazonaws.com"}

# A statement for a service that says whose resource it may act for.
bound_to_a_source(statement, service) if {
	some key in limited_keys(statement)
	names_a_source(key)
	some values in limits(statement, key)
	every value in values {
		names_somebody(value)
		source_of_an_account(key, value, service)
	}
}

names_a_source(key) if {
	{
		"aws:sourceaccount",
		"aws:sourcearn",
		"aws:sourceorgid",
		"aws:sourceorgpaths",
		"aws:sourceowner",
		"kms:calleraccount",
	}[key]
}

# What a service encrypts for: "kms:EncryptionContext:aws:logs:arn".
names_a_source(key) if startswith(key, "kms:encryptioncontext:")

source_of_an_account(key, _, _) if key != "aws:sourcearn"

source_of_an_account("aws:sourcearn", value, service) if {
	service != "s3.amazonaws.com"
	names_an_account(value)
}

# A token in front: the ARN of something in the stack. That of a bucket has no account.
names_an_account(arn) if {
	startswith(arn, "${")
	not startswith(arn, "${aws_s3_bucket.")
}

names_an_account(arn) if {
	startswith(arn, "arn:")
	split(arn, ":")[4] != ""
}
