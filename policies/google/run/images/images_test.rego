package google.run.images_test

import data.google.run.images as policy
import data.lib.expect

test_deny_latest if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-008", "google_cloud_run_v2_service.it runs europe-docker.pkg.dev/p/r/orders:latest, which names no version")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"containers": [{"image": "europe-docker.pkg.dev/p/r/orders:latest"}]}]})
	}
}

test_deny_no_tag if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-008", "google_cloud_run_v2_job.it runs localhost:5000/orders, which names no version")} with input as expect.resource("google_cloud_run_v2_job", stage, {"template": [{"template": [{"containers": [{"image": "localhost:5000/orders"}]}]}]})
	}
}

test_allow_a_digest if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"containers": [{"image": "europe-docker.pkg.dev/p/r/orders@sha256:0"}]}]})
	}
}

test_allow_a_tag if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"containers": [{"image": "europe-docker.pkg.dev/p/r/orders:1.2.3"}]}]})
	}
}

test_deny_nothing_of_an_unknown_image if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_service", {"template": [{"containers": [{}]}]}, {"template": [{"containers": [{"image": true}]}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"containers": [{"image": "europe-docker.pkg.dev/p/r/orders:latest"}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"template": [{"containers": [{"image": "localhost:5000/orders"}]}]}]})
}
