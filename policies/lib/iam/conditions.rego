package lib.iam

import data.lib.text

# Values that a statement limits a condition key to; empty where it does not limit it at all.
# A negated operator excludes one value and lets every other one in. `...IfExists` and `ForAllValues:`
# let in a call that lacks the key, unless a `Null` condition demands it.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
limits(statement, key) := [values |
	some operator, keys in statement.condition
	some name, raw in keys
	lower(name) == key
	is_limit(lower(operator), statement, key)
	values := text.list(raw)
	count(values) > 0
]

is_limit(operator, _, _) if matching[trim_prefix(operator, "foranyvalue:")]

is_limit(operator, statement, key) if {
	bare := trim_suffix(trim_prefix(trim_prefix(operator, "forallvalues:"), "foranyvalue:"), "ifexists")
	matching[bare]
	demanded(statement, key)
}

matching := {"arnequals", "arnlike", "bool", "ipaddress", "stringequals", "stringequalsignorecase", "stringlike"}

# `Null: {key: "false"}`: the key must be there.
demanded(statement, key) if {
	some operator, keys in statement.condition
	lower(operator) == "null"
	some name, value in keys
	lower(name) == key
	lower($"{text.list(value)[0]}") == "false"
}

# Every condition key that a statement limits.
limited_keys(statement) := {key |
	some _, keys in statement.condition
	some name, _ in keys
	key := lower(name)
	count(limits(statement, key)) > 0
}

# Condition keys that tie a wildcard principal to somebody known.
narrowing := {
	"aws:principalaccount",
	"aws:principalarn",
	"aws:principalorgid",
	"aws:principalorgpaths",
	"aws:sourceaccount",
	"aws:sourcearn",
	"aws:sourceip",
	"aws:sourceorgid",
	"aws:sourceorgpaths",
	"aws:sourceowner",
	"aws:sourcevpc",
	"aws:sourcevpce",
	"aws:vpcsourceip",
	"kms:calleraccount",
}

narrowed(statement) if {
	some key in limited_keys(statement)
	narrowing[key]
	some values in limits(statement, key)
	every value in values {
		names_somebody(value)
	}
}

names_somebody(value) if {
	not text.matches_many(value)
	not caller_variable(value)
	not everywhere_ip(value)
}

names_somebody(value) if {
	startswith(value, "${")
	not caller_variable(value)
}

# A pattern of ARNs names somebody by its account: "arn:aws:sns:*:*:*" is a topic of anyone.
names_somebody(value) if {
	startswith(value, "arn:")
	account := split(value, ":")[4]
	account != ""
	not text.matches_many(account)
	not caller_variable(value)
}

# The name of a bucket, which has no account in its ARN, is the only one of that name.
names_somebody(value) if {
	startswith(value, "arn:")
	parts := split(value, ":")
	parts[4] == ""
	not text.matches_many(split(parts[5], "/")[0])
}

# A path within a named organisation: "o-a1b2c3d4e5/*".
names_somebody(value) if {
	startswith(value, "o-")
	contains(value, "/")
	not text.matches_many(split(value, "/")[0])
}

# "${aws:PrincipalAccount}" is whoever calls. "${aws:ResourceAccount}" is the owner of what is called.
caller_variable(value) if {
	written := lower(value)
	contains(written, "${aws:")
	not contains(written, "${aws:resource")
}

# Blocks of addresses that hold half the world; S3 calls wider than /8 and /32 public.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
everywhere_ip(value) if {
	[address, size] := split(value, "/")
	trim(address, "0123456789abcdefABCDEF:.") == ""
	wide_blocks[contains(address, ":")][size]
}

# By texts: `to_number` of what is no number stops the Wasm.
wide_blocks := {
	true: {$"{size}" | some size in numbers.range(0, 31)},
	false: {$"{size}" | some size in numbers.range(0, 7)},
}

# Condition keys that say which resources a statement means.
chosen(statement) if {
	some key in limited_keys(statement)
	choosing(key)
}

# Which names of a zone: of all that are changed at once. Route 53 always says them, so that none is let through unsaid.
# https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html
chosen(statement) if {
	some operator, values_of in statement.condition
	lower(operator) in {"forallvalues:stringequals", "forallvalues:stringlike"}
	some key, values in values_of
	lower(key) == "route53:changeresourcerecordsetsnormalizedrecordnames"
	every value in text.list(values) {
		not text.stars(value)
	}
}

choosing(key) if contains(key, ":resourcetag/")

# What is being made has no name yet: the tags that it is given say what it is.
choosing(key) if contains(key, ":requesttag/")

# What stands in a network has no name that is known before.
choosing(key) if key == "ec2:vpc"

# A copy of a disk has no name before it is made: of which disks it is says what it is.
choosing(key) if key == "ec2:parentvolume"

# Images that AWS or its marketplace offers have ids that change with each of them.
choosing(key) if key == "ec2:owner"

choosing(key) if {"aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths"}[key]

choosing(key) if {"iam:permissionsboundary", "iam:policyarn"}[key]
