package lib.text_test

import data.lib.text

test_like_is_what_iam_calls_a_match if {
	every pair in [
		["sqs:sendmessage", "sqs:sendmessage"],
		["sqs:*", "sqs:sendmessage"],
		["*", "sqs:sendmessage"],
		["sqs:*message", "sqs:sendmessage"],
		["s?s:send*", "sqs:sendmessage"],
		["*:*", "sqs:sendmessage"],
		["sqs:sendmessage*", "sqs:sendmessage"],
		["arn:aws:s3:::a.b/*/c", "arn:aws:s3:::a.b/x/y/c"],
		["${aws_x.y.arn}/*/z", "${aws_x.y.arn}/1/z"],
	] {
		text.like(pair[0], pair[1])
	}
}

test_like_is_nothing_else if {
	every pair in [
		["sqs:sendmessage", "sqs:receivemessage"],
		["sqs:send*", "sqs:receivemessage"],
		["sqs:*messages", "sqs:sendmessage"],
		["sqs:sendmessage?", "sqs:sendmessage"],
		["s?s:send", "sqs:sendmessage"],
		["sqs:*x*", "sqs:sendmessage"],
		["sqs.*", "sqs:sendmessage"],
		["arn:aws:s3:::a.b/*/c", "arn:aws:s3:::axb/x/c"],
	] {
		not text.like(pair[0], pair[1])
	}
}

test_covers_all_that_the_other_fits if {
	every pair in [
		["*", "sqs:*"],
		["sqs:*", "sqs:send*"],
		["sqs:*", "sqs:*message"],
		["sqs:send*", "sqs:sendmessage"],
		["s?s:*", "sqs:sendmessage"],
		["s?s:*", "s?s:*"],
		["sqs:*e*", "sqs:*me*"],
	] {
		text.covers(pair[0], pair[1])
	}
}

test_covers_no_more if {
	every pair in [
		["sqs:send*", "sqs:*"],
		["sqs:?end*", "sqs:*end*"],
		["sqs:sendmessage", "sqs:send*"],
		["sqs:*", "*"],
	] {
		not text.covers(pair[0], pair[1])
	}
}

test_stars_are_nothing_but_wildcards if {
	text.stars("*")
	text.stars("*?*")
	not text.stars("")
	not text.stars("a*")
}

test_list_makes_one_of_a_value if {
	text.list("a") == ["a"]
	text.list(["a"]) == ["a"]
	not text.list(null)
}

test_number_of_a_text if {
	text.number("600") == 600
	text.number("0") == 0
	text.number("0.5") == 0.5
	text.number(3.5) == 3.5
	every value in ["", "E1", "-1", "1.", ".5", "1.2.3", "1e9", " 1", "80-90", null, [1], {}] {
		not text.number(value)
	}
}

test_allow_few if {
	text.few(["a"]) == "a"
	text.few(["a", "b", "c"]) == "a, b, c"
	text.few(["a", "b", "c", "d"]) == "a, b, c, and 1 more"
	text.few(["a", "b", "c", "d", "e"]) == "a, b, c, and 2 more"
}

test_objects_of_a_list if {
	text.objects(`[{"a": 1}, {"b": 2}]`) == [{"a": 1}, {"b": 2}]
	text.objects(` [ {"a": 1}]`) == [{"a": 1}]
	every other in [`{"a": 1}`, `[1]`, `[]`, `x[{}]`, `[{]`, ``] {
		not text.objects(other)
	}
}

test_what_begins_as_json if {
	every json in [`{`, ` {"a"`, `[{`, ` [ {x`] {
		text.begins_as_json(json)
	}
	every other in [`[1]`, `[`, `x{`, `"{`, ``, `[a{`] {
		not text.begins_as_json(other)
	}
}
