package lib.iam_test

import data.lib.iam

test_actions_by_pattern_and_by_omission_are_named_by_nobody if {
	iam.wildcard_actions({"action": ["s3:*", "s3:Get?bject", "s3:GetObject"]}) == {"s3:*", "s3:Get?bject"}
	iam.wildcard_actions({"action": "*"}) == {"*"}
	iam.wildcard_actions({"notaction": ["iam:*", "s3:GetObject"]}) == {"all but iam:*", "all but s3:GetObject"}
	iam.wildcard_actions({"action": "s3:GetObject"}) == set()
	iam.wildcard_actions({}) == set()
}
