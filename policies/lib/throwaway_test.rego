package lib.throwaway_test

import data.lib.throwaway

test_a_name_that_says_so if {
	throwaway.here with input as {"stack": "dev-c01", "after": {}}
	throwaway.here with input as {"stack": null, "after": {"tags_all": {"environment": "test"}}}
	throwaway.here with input as {"stack": "orders", "after": {"effective_labels": {"environment": "sandbox"}}}
}

test_not_what_serves_customers if {
	not throwaway.here with input as {"stack": "prod-c01", "after": {"tags_all": {"environment": "dev"}}}
	not throwaway.here with input as {"stack": "dev-c01", "after": {"tags_all": {"environment": "prod"}}}
}

test_not_what_nobody_knows if {
	not throwaway.here with input as {"stack": null, "after": {}}
	not throwaway.here with input as {"stack": "staging-c01", "after": {}}
}
