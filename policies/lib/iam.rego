# METADATA
# description: |
#   Reads IAM policy documents. Element names are compared in lower case, one value
#   and a list of one are the same. Tokens (`${...}`) inside strings are opaque.
package lib.iam

import data.lib.text

# Statements of a document, with lower-case element names.
statements(document) := [statement |
	parsed := json.unmarshal(document)
	some name, value in parsed
	lower(name) == "statement"
	some raw in text.list(value)
	statement := {lower(key): element | some key, element in raw}
]

allows(document) := [statement |
	some statement in statements(document)
	statement.effect == "Allow"
]

# Actions of Allow statements that no one has named one by one.
wildcard_actions(statement) := {action |
	some action in text.list(statement.action)
	text.matches_many(action)
} | {$"all but {name}" | some name in text.list(statement.notaction)}

# Actions that IAM cannot limit to a resource.
# https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
unnameable := {
	"cloudwatch:getmetricdata",
	"cloudwatch:listmetrics",
	"cloudwatch:putmetricdata",
	"ec2:createnetworkinterface",
	"ec2:deletenetworkinterface",
	"ec2:describenetworkinterfaces",
	"ecr:getauthorizationtoken",
	"kms:listaliases",
	"kms:listkeys",
	"lambda:geteventsourcemapping",
	"lambda:listeventsourcemappings",
	"logs:describeloggroups",
	"s3:listallmybuckets",
	"sqs:listqueues",
	"sns:listtopics",
	"sts:getcalleridentity",
	"tag:getresources",
	"xray:getsamplingrules",
	"xray:getsamplingstatisticsummaries",
	"xray:getsamplingtargets",
	"xray:puttelemetryrecords",
	"xray:puttracesegments",
}

# Resources of an Allow statement that could have been named.
wildcard_resources(statement) := {resource |
	some resource in text.list(statement.resource)
	any_resource(resource)
	some action in text.list(statement.action)
	not unnameable[lower(action)]
} | {$"all but {name}" | some name in text.list(statement.notresource)}

# "*", "arn:aws:s3:::*", "arn:aws:dynamodb:eu-west-1:123456789012:table/*": every one of its kind.
# A wildcard below a name ("table/orders/index/*") is that thing's own.
any_resource(resource) if text.stars(resource)

any_resource(resource) if {
	startswith(resource, "arn:")
	parts := split(resource, ":")
	count(parts) >= 6
	rest := array.slice(parts, 5, count(parts))
	last := split(concat("/", rest), "/")
	text.stars(last[count(last) - 1])
	count([part | some part in last; not text.stars(part)]) < 2
	not names_a_bucket(parts, last)
}

# "arn:aws:dynamodb:*" stands for whatever follows.
any_resource(resource) if {
	startswith(resource, "arn:")
	parts := split(resource, ":")
	count(parts) < 6
	text.stars(parts[count(parts) - 1])
}

# "table/*/index/byDay", "log-group:*:log-stream:*": a part of every one of its kind.
any_resource(resource) if {
	startswith(resource, "arn:")
	parts := split(resource, ":")
	parts[2] != "s3"
	path := split(concat("/", array.slice(parts, 5, count(parts))), "/")
	kinds_with_parts[path[0]]
	text.stars(path[1])
}

kinds_with_parts := {"function", "log-group", "stream", "table"}

# S3 has no kind before the name: "arn:aws:s3:::orders/*" names a bucket.
names_a_bucket(parts, last) if {
	parts[2] == "s3"
	not text.stars(last[0])
}

# The statement AWS recommends for every key: the account's root, by name, may do anything with it.
# https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
account_root(statement) if {
	principals := [name | some kind, names in statement.principal; kind == "AWS"; some name in text.list(names)]
	count(principals) > 0
	count(statement.principal) == 1
	every name in principals {
		startswith(name, "arn:")
		contains(name, ":iam::")
		endswith(name, ":root")
		not contains(name, "*")
	}
}

# Whoever a statement lets in, by anyone's name.
anyone(statement) if statement.principal == "*"

anyone(statement) if {
	some _, names in statement.principal
	some name in text.list(names)
	name == "*"
}

anyone(statement) if statement.notprincipal

# Condition keys that tie a wildcard principal to somebody known.
narrowing := {
	"aws:principalaccount",
	"aws:principalarn",
	"aws:principalorgid",
	"aws:sourceaccount",
	"aws:sourcearn",
	"aws:sourceorgid",
	"aws:sourceowner",
	"aws:sourcevpc",
	"aws:sourcevpce",
	"kms:calleraccount",
}

operators := {"arnequals", "arnlike", "stringequals", "stringequalsignorecase", "stringlike"}

narrowed(statement) if {
	some operator, keys in statement.condition
	operators[lower(operator)]
	some key, values in keys
	narrowing[lower(key)]
	named := text.list(values)
	count(named) > 0
	every value in named {
		names_somebody(value)
	}
}

names_somebody(value) if not text.matches_many(value)

names_somebody(value) if startswith(value, "${")

# A pattern of ARNs names somebody by its account: "arn:aws:sns:*:*:*" is a topic of anyone.
names_somebody(value) if {
	startswith(value, "arn:")
	account := split(value, ":")[4]
	account != ""
	not text.matches_many(account)
}

# The name of a bucket, which has no account in its ARN, is the only one of that name.
names_somebody(value) if {
	startswith(value, "arn:")
	parts := split(value, ":")
	parts[4] == ""
	not text.matches_many(split(parts[5], "/")[0])
}

# True when a document refuses every call of a service that does not come over TLS.
denies_plaintext(document, service) if {
	some statement in statements(document)
	statement.effect == "Deny"
	everything(statement, service)
	anyone(statement)
	not statement.notprincipal
	everywhere(statement, service)
	only_plaintext(statement.condition)
}

everything(statement, service) if {
	some action in text.list(statement.action)
	{"*", $"{service}:*"}[lower(action)]
}

# A queue is one resource. A bucket is two: itself and its objects, all of them.
everywhere(statement, "sqs") if statement.resource

everywhere(statement, "s3") if {
	some resource in text.list(statement.resource)
	endswith(resource, "*")
	not contains(resource, "/")
}

everywhere(statement, "s3") if {
	resources := text.list(statement.resource)
	some bucket in resources
	not contains(bucket, "/")
	some objects in resources
	endswith(objects, "/*")
	count(split(objects, "/")) == 2
}

# Exactly one condition: a second one would narrow what is refused.
only_plaintext(condition) if {
	count(condition) == 1
	some operator, keys in condition
	{"bool", "boolifexists"}[lower(operator)]
	count(keys) == 1
	some key, values in keys
	lower(key) == "aws:securetransport"
	some value in text.list(values)
	lower($"{value}") == "false"
}
