package aws.s3.leftovers_test

import data.aws.s3.leftovers as policy
import data.lib.expect

uploads := "keeps the parts of uploads that never ended"

versions := "keeps old versions for ever"

found(what) := {expect.finding("AWS-S3-007", $"aws_s3_bucket_lifecycle_configuration.it {what}")}

good := {
	"id": "all", "status": "Enabled", "filter": [{"prefix": "", "and": [], "tag": {}}],
	"abort_incomplete_multipart_upload": [{"days_after_initiation": 7}],
	"noncurrent_version_expiration": [{"noncurrent_days": 90}],
}

lifecycle(stage, rules) := expect.resource("aws_s3_bucket_lifecycle_configuration", stage, {"rule": rules})

test_deny_uploads_that_never_end if {
	every stage in expect.stages {
		every block in [[], [{}], [{"days_after_initiation": 0}]] {
			policy.deny == found(uploads) with input as lifecycle(stage, [object.union(good, {"abort_incomplete_multipart_upload": block})])
		}
	}
}

test_deny_versions_that_stay if {
	every stage in expect.stages {
		every block in [[], [{}], [{"noncurrent_days": 0}]] {
			policy.deny == found(versions) with input as lifecycle(stage, [object.union(good, {"noncurrent_version_expiration": block})])
		}
	}
}

test_deny_rules_that_do_not_hold_for_all if {
	every stage in expect.stages {
		every change in [{"status": "Disabled"}, {"prefix": "logs/"}, {"filter": [{"prefix": "logs/"}]}, {"filter": [{"tag": {"key": "a"}}]}, {"filter": [{"object_size_less_than": 1024}]}] {
			policy.deny == found(uploads) | found(versions) with input as lifecycle(stage, [object.union(good, change)])
		}
	}
}

test_deny_no_rules if {
	policy.deny == found(uploads) | found(versions) with input as expect.resource("aws_s3_bucket_lifecycle_configuration", "synth", {})
}

test_allow_rules_for_all if {
	every stage in expect.stages {
		policy.deny == set() with input as lifecycle(stage, [good])
		policy.deny == set() with input as lifecycle(stage, [object.remove(good, ["filter"])])
		policy.deny == set() with input as lifecycle(stage, [object.union(good, {"prefix": ""})])
		policy.deny == set() with input as lifecycle(stage, [object.remove(good, ["abort_incomplete_multipart_upload"]), object.remove(good, ["noncurrent_version_expiration"])])
	}
}

# Synthesized JSON may write a block without its list.
test_allow_blocks_without_their_lists if {
	policy.deny == set() with input as lifecycle("synth", {
		"status": "Enabled", "filter": {"prefix": ""},
		"abort_incomplete_multipart_upload": {"days_after_initiation": 1},
		"noncurrent_version_expiration": {"noncurrent_days": 1},
	})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
