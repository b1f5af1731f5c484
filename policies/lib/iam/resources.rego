package lib.iam

import data.lib.text

# Actions that IAM cannot limit to a resource.
# https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
unnameable := {
	"application-autoscaling:describescalabletargets",
	"application-autoscaling:describescalingpolicies",
	"autoscaling:describeautoscalinggroups",
	"autoscaling:describeinstancerefreshes",
	"autoscaling:describepolicies",
	"autoscaling:describescalingactivities",
	"backup-storage:mountcapsule",
	"batch:describecomputeenvironments",
	"batch:describejobdefinitions",
	"batch:describejobqueues",
	"ce:getanomalymonitors",
	"ce:getanomalysubscriptions",
	"cloudfront:createcachepolicy",
	"cloudfront:createfunction",
	"cloudfront:createmonitoringsubscription",
	"cloudfront:createoriginaccesscontrol",
	"cloudfront:createresponseheaderspolicy",
	"cloudfront:deletemonitoringsubscription",
	"cloudfront:getmonitoringsubscription",
	"cloudwatch:getmetricdata",
	"cloudwatch:listmetrics",
	"cloudwatch:putmetricdata",
	"cognito-idp:describeuserpooldomain",
	"ec2:createnetworkinterface",
	"ec2:deletenetworkinterface",
	"ec2:describeaccountattributes",
	"ec2:describeaddresses",
	"ec2:describeaddressesattribute",
	"ec2:describeavailabilityzones",
	"ec2:describedhcpoptions",
	"ec2:describeegressonlyinternetgateways",
	"ec2:describeflowlogs",
	"ec2:describeimages",
	"ec2:describeinstances",
	"ec2:describeinternetgateways",
	"ec2:describelaunchtemplates",
	"ec2:describelaunchtemplateversions",
	"ec2:describemanagedprefixlists",
	"ec2:describenatgateways",
	"ec2:describenetworkacls",
	"ec2:describenetworkinterfaces",
	"ec2:describeprefixlists",
	"ec2:describeroutetables",
	"ec2:describesecuritygrouprules",
	"ec2:describesecuritygroups",
	"ec2:describesnapshots",
	"ec2:describesubnets",
	"ec2:describevolumes",
	"ec2:describevpcendpoints",
	"ec2:describevpcs",
	# The list that comes with a VPC has neither a name nor a tag; the subnet of the same call has.
	"ec2:replacenetworkaclassociation",
	"ecr:getauthorizationtoken",
	"ecs:deregistertaskdefinition",
	"ecs:describetaskdefinition",
	"ecs:discoverpollendpoint",
	"elasticloadbalancing:describecapacityreservation",
	"elasticloadbalancing:describelistenerattributes",
	"elasticloadbalancing:describelisteners",
	"elasticloadbalancing:describeloadbalancerattributes",
	"elasticloadbalancing:describeloadbalancers",
	"elasticloadbalancing:describerules",
	"elasticloadbalancing:describetags",
	"elasticloadbalancing:describetargetgroupattributes",
	"elasticloadbalancing:describetargetgroups",
	"kms:listaliases",
	"kms:listkeys",
	"lambda:geteventsourcemapping",
	"lambda:listeventsourcemappings",
	"logs:createlogdelivery",
	"logs:deletelogdelivery",
	"logs:describeloggroups",
	"logs:describeresourcepolicies",
	"logs:getlogdelivery",
	"logs:listlogdeliveries",
	"logs:updatelogdelivery",
	# Asked of all of the account's, by the clusters that they hold.
	"rds:describeglobalclusters",
	"route53:createhealthcheck",
	"route53:createhostedzone",
	"s3:listallmybuckets",
	"secretsmanager:getrandompassword",
	"servicediscovery:getoperation",
	"sqs:listqueues",
	"sns:listtopics",
	"ssm:describeparameters",
	# A machine registers itself, and has no id before it is there.
	"ssm:updateinstanceinformation",
	"ssmmessages:createcontrolchannel",
	"ssmmessages:createdatachannel",
	"ssmmessages:opencontrolchannel",
	"ssmmessages:opendatachannel",
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
	not chosen(statement)
	some resource in text.list(statement.resource)
	any_resource(resource)
	some action in text.list(statement.action)
	not nameless(resource, action)
	not unnameable[lower(action)]
} | {$"all but {name}" | some name in text.list(statement.notresource)}

# Kinds that AWS gives ids alone, and no tags: nothing tells one of an account from another.
nameless_kinds := {
	"cloudfront": {"cache-policy", "origin-access-control", "response-headers-policy"},
	"route53": {"change", "healthcheck", "hostedzone"},
}

nameless(resource, action) if {
	[_, _, service, _, account, name] := split(resource, ":")
	not text.stars(account)
	split(name, "/")[0] in nameless_kinds[service]
	not of_records(action)
}

# What AWS keeps itself, such as the lists of its addresses, is of an account that is called so.
nameless(resource, _) if [_, _, _, _, "aws", _] = split(resource, ":")

# What is in zones has names, which a condition can say: whoever changes all of them takes over every host.
of_records(action) if startswith("route53:changeresourcerecordsets", trim_right(lower(action), "*?"))

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

# Every one of its kind, in this account or in any.
wide(resource) if any_resource(resource)

wide(resource) if {
	startswith(resource, "arn:")
	text.stars(split(resource, ":")[4])
}
