package lib.live_test

import data.lib.live

serving := [
	{"stack": "prod-c01", "after": {}},
	{"stack": "dev-c01", "after": {"tags_all": {"environment": "live"}}},
	{"stack": null, "after": {"effective_labels": {"environment": "Production"}}},
]

other := [
	{"stack": "dev-c01", "after": {}},
	{"stack": null, "after": {"tags_all": {"environment": "preprod"}}},
	{"stack": null, "after": {"effective_labels": {"environment": "non-prod"}}},
]

test_what_serves_customers_is_nowhere_else if {
	every resource in serving {
		live.production with input as resource
		not live.elsewhere with input as resource
	}
}

test_what_does_not_is_elsewhere if {
	every resource in other {
		not live.production with input as resource
		live.elsewhere with input as resource
	}
}

test_without_a_name_it_is_neither if {
	every resource in [{"stack": null, "after": {}}, {"after": {"tags_all": {"environment": 1}}}] {
		not live.production with input as resource
		not live.elsewhere with input as resource
	}
}

test_only_whole_words_at_the_right_place_count if {
	every name in ["prod", "PRD", "eu-production", "live-1"] {
		live.is_production(name)
	}
	every name in ["", "product", "pre-prod", "not-live", "non-prod", "alive"] {
		not live.is_production(name)
	}
}
