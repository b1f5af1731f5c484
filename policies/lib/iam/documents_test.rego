package lib.iam_test

import data.lib.iam
import data.lib.text

written(statements) := json.marshal({"Version": "2012-10-17", "Statement": statements})

allow(actions, resources) := {"Effect": "Allow", "Action": actions, "Resource": resources}

deny(actions, resources) := {"Effect": "Deny", "Action": actions, "Resource": resources}

# What is left of an Allow beside a Deny: [actions, resources], or nothing.
left(allowed, denied) := [[text.list(statement.action), text.list(statement.resource)] | some statement in iam.document(written([allowed, denied])).allows]

test_a_deny_takes_back_what_it_covers if {
	every denied in [
		deny("*", "*"),
		deny("sqs:*", "*"),
		deny("SQS:SEND*", "arn:aws:sqs:*"),
		deny(["iam:*", "sqs:SendMessage"], ["arn:aws:s3:::x", "arn:aws:sqs:eu-west-1:1:orders"]),
		{"Effect": "Deny", "NotAction": ["s3:*"], "Resource": "*"},
		{"Effect": "Deny", "Action": "*"},
	] {
		left(allow("sqs:SendMessage", "arn:aws:sqs:eu-west-1:1:orders"), denied) == []
	}
}

test_a_deny_takes_back_no_more if {
	every denied in [
		deny("sqs:ReceiveMessage", "*"),
		deny("*", "arn:aws:sqs:eu-west-1:1:other"),
		{"Effect": "Deny", "NotAction": ["sqs:*"], "Resource": "*"},
		{"Effect": "Deny", "Action": "*", "NotResource": "arn:aws:sqs:eu-west-1:1:orders"},
		object.union(deny("*", "*"), {"Condition": {"Bool": {"aws:SecureTransport": "false"}}}),
		object.union(deny("*", "*"), {"Principal": {"AWS": "arn:aws:iam::111111111111:role/x"}}),
		object.union(deny("*", "*"), {"NotPrincipal": {"AWS": "arn:aws:iam::111111111111:role/x"}}),
		allow("*", "arn:aws:sqs:eu-west-1:1:orders"),
	] {
		[["sqs:SendMessage"], ["arn:aws:sqs:eu-west-1:1:orders"]] in left(allow("sqs:SendMessage", "arn:aws:sqs:eu-west-1:1:orders"), denied)
	}
}

test_a_deny_takes_back_part_of_a_statement if {
	left(allow(["sqs:SendMessage", "s3:GetObject"], "*"), deny("s3:*", "*")) == [[["sqs:SendMessage"], ["*"]]]
	left(allow("sqs:*", ["arn:aws:sqs:eu-west-1:1:a", "arn:aws:sqs:eu-west-1:1:b"]), deny("*", "arn:aws:sqs:eu-west-1:1:a")) == [[["sqs:*"], ["arn:aws:sqs:eu-west-1:1:b"]]]
	left(allow("sqs:*", "*"), deny("sqs:SendMessage", "*")) == [[["sqs:*"], ["*"]]]
}

test_an_empty_condition_is_none if {
	left(allow("a:b", "*"), object.union(deny("*", "*"), {"Condition": {}})) == []
}

test_a_deny_for_everyone_covers_every_principal if {
	named := object.union(allow("a:b", "*"), {"Principal": {"AWS": "arn:aws:iam::111111111111:root"}})
	every principal in ["*", {"AWS": "*"}, {"AWS": ["arn:aws:iam::1:root", "*"]}, {"AWS": "arn:aws:iam::111111111111:root"}] {
		left(named, object.union(deny("*", "*"), {"Principal": principal})) == []
	}
	every principal in [{"Service": "*"}, {"AWS": "arn:aws:iam::222222222222:root"}] {
		count(left(named, object.union(deny("*", "*"), {"Principal": principal}))) == 1
	}
}

test_not_action_and_trust_stay_as_written if {
	iam.document(written([
		{"Effect": "Allow", "NotAction": "iam:*", "NotResource": "x"},
		{"Effect": "Allow", "Action": "sts:AssumeRole"},
		deny("s3:*", "*"),
	])).allows == [
		{"effect": "Allow", "notaction": "iam:*", "notresource": "x"},
		{"effect": "Allow", "action": ["sts:AssumeRole"]},
	]
	iam.document(written([{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}, deny("*", "*")])).allows == []
}

test_names_of_elements_are_read_in_any_case if {
	iam.statements(`{"STATEMENT": {"EFFECT": "Allow", "action": "a:b"}}`) == [{"effect": "Allow", "action": "a:b"}]
}

test_an_element_written_twice_does_not_stop_the_judge if {
	[statement] := iam.statements(`{"Statement": {"Effect": "Allow", "effect": "Deny", "Action": "a:b"}}`)
	statement.action == "a:b"
	{"Allow", "Deny"}[statement.effect]
}

test_what_is_no_document_has_no_statements if {
	every text in ["", "[]", "{}", "1", `{"Statement": 1}`, `{"Statement": [null]}`, "no json"] {
		count([statement | some statement in iam.statements(text); statement.effect]) == 0
	}
}

test_documents_of_each_kind if {
	object.keys(iam.identity_documents) == {"a", "b"} with input as {"after": {"policy": "a", "inline_policy": [{"policy": "b"}]}}
	object.keys(iam.identity_documents) == {"b"} with input as {"after": {"inline_policy": {"policy": "b"}}}
	object.keys(iam.identity_documents) == {"c"} with input as {"after": {"inline_policy": "c"}}
	object.keys(iam.resource_documents) == {"a", "b", "c", "d", "e"} with input as {"after": {"policy": "a", "policy_document": "b", "access_policy": "c", "access_policies": "d", "resource_policy": "e"}}
	object.keys(iam.trust_documents) == {"t"} with input as {"after": {"assume_role_policy": "t"}}
}

catalogue := {"iam:passrole": true, "ec2:runinstances": true}

granted(statements) := {[grant.action, grant.resource] | some grant in iam.granted(iam.document(written(statements)), catalogue)}

test_granted_by_name_by_pattern_and_by_omission if {
	granted([allow("IAM:passROLE", "r")]) == {["iam:passrole", "r"]}
	granted([allow("iam:Pass*", ["r", "s"])]) == {["iam:passrole", "r"], ["iam:passrole", "s"]}
	granted([{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}]) == {["ec2:runinstances", "*"]}
	granted([{"Effect": "Allow", "Action": "*", "NotResource": "x"}]) == {["iam:passrole", "*"], ["ec2:runinstances", "*"]}
	granted([allow("sqs:*", "*")]) == set()
}

test_granted_without_what_is_denied if {
	granted([allow("*", "*"), deny("iam:PassRole", "*")]) == {["ec2:runinstances", "*"]}
	granted([allow("*", "*"), deny("iam:PassRole", "r")]) == {["iam:passrole", "*"], ["ec2:runinstances", "*"]}
}

widely(statement) := {grant.action | some grant in iam.granted_widely(iam.document(written([statement])), catalogue)}

test_granted_widely_is_on_whatever_there_is if {
	every resource in ["*", "arn:aws:iam::111111111111:role/*", "arn:aws:iam::*:role/deploy", ["x", "*"]] {
		widely(allow("iam:PassRole", resource)) == {"iam:passrole"}
	}
	every resource in ["arn:aws:iam::111111111111:role/deploy", "arn:aws:iam::111111111111:role/app-*", "${aws_iam_role.r.arn}", "arn:aws:s3:::bucket/*"] {
		widely(allow("iam:PassRole", resource)) == set()
	}
}

test_granted_widely_ends_where_a_condition_chooses if {
	every key in ["aws:ResourceTag/team", "iam:ResourceTag/team", "aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths", "iam:PermissionsBoundary", "iam:PolicyARN"] {
		widely(object.union(allow("iam:PassRole", "*"), {"Condition": {"StringEquals": {key: "x"}}})) == set()
	}
	every condition in [{"StringEquals": {"aws:RequestedRegion": "eu-west-1"}}, {"StringNotEquals": {"aws:ResourceTag/team": "x"}}, {"StringEqualsIfExists": {"aws:ResourceTag/team": "x"}}] {
		widely(object.union(allow("iam:PassRole", "*"), {"Condition": condition})) == {"iam:passrole"}
	}
}
