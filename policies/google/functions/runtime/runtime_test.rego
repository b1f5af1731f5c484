package google.functions.runtime_test

import data.google.functions.runtime as policy
import data.lib.expect

test_deny_a_runtime_past_its_end if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-FUNCTIONS-004", "google_cloudfunctions2_function.it runs on nodejs18, which Google no longer maintains")} with input as expect.resource("google_cloudfunctions2_function", stage, {"build_config": [{"runtime": "nodejs18"}]})
	}
}

test_deny_a_first_generation_function_too if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-FUNCTIONS-004", "google_cloudfunctions_function.it runs on python39, which Google no longer maintains")} with input as expect.resource("google_cloudfunctions_function", stage, {"runtime": "python39"})
	}
}

test_allow_a_maintained_runtime if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"build_config": [{"runtime": "nodejs22"}]})
	}
}

test_deny_nothing_of_an_unknown_runtime if {
	policy.deny == set() with input as expect.unknown("google_cloudfunctions2_function", {}, {"build_config": [{"runtime": true}]})
}

test_deny_each_runtime_past_its_end if {
	every stage in expect.stages {
		every value in ["dotnet3", "dotnet6", "go111", "go113", "go116", "go118", "go119", "go120", "go121", "go122", "java11", "java8", "nodejs10", "nodejs12", "nodejs14", "nodejs16", "nodejs18", "nodejs20", "nodejs6", "nodejs8", "php74", "php81", "python37", "python38", "python39", "ruby26", "ruby27", "ruby30", "ruby32"] {
			policy.deny == {expect.violation("GCP-FUNCTIONS-004", $"google_cloudfunctions2_function.it runs on {value}, which Google no longer maintains")} with input as expect.resource("google_cloudfunctions2_function", stage, {"build_config": [{"runtime": value}]})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"build_config": [{"runtime": "nodejs18"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"runtime": "python39"})
}
