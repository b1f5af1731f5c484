package lib.environment_test

import data.lib.environment

test_names_that_may_be_thrown_away if {
	every name in ["ci", "dev", "Development", "preview", "sandbox", "test", "dev-gcp"] {
		environment.throwaway(name)
	}
}

test_everything_else_is_kept if {
	every name in ["", "prod", "production", "staging", "prod-dev", "device"] {
		not environment.throwaway(name)
	}
}
