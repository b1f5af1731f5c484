package google.pubsub.dead_letter_grants_test

import data.google.pubsub.dead_letter_grants as policy
import data.lib.expect

test_deny_a_subscription_without_either_grant if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-014", "google_pubsub_subscription.it cannot set messages aside: Pub/Sub may not publish to google_pubsub_topic.dead"), expect.finding("GCP-PUBSUB-014", "google_pubsub_subscription.it cannot set messages aside: Pub/Sub may not acknowledge them")} with input as expect.linked("google_pubsub_subscription", stage, {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {}}]})
	}
}

test_deny_without_the_grant_to_publish if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-014", "google_pubsub_subscription.it cannot set messages aside: Pub/Sub may not publish to google_pubsub_topic.dead")} with input as expect.linked("google_pubsub_subscription", stage, {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {}}], "subscribers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.subscriber", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]})
	}
}

test_deny_without_the_grant_to_acknowledge if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-014", "google_pubsub_subscription.it cannot set messages aside: Pub/Sub may not acknowledge them")} with input as expect.linked("google_pubsub_subscription", stage, {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {"publishers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.publisher", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]}}]})
	}
}

test_deny_other_roles if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-014", "google_pubsub_subscription.it cannot set messages aside: Pub/Sub may not publish to google_pubsub_topic.dead"), expect.finding("GCP-PUBSUB-014", "google_pubsub_subscription.it cannot set messages aside: Pub/Sub may not acknowledge them")} with input as expect.linked("google_pubsub_subscription", stage, {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {"publishers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.viewer", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]}}], "subscribers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.publisher", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]})
	}
}

test_deny_grants_to_somebody_else if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-014", "google_pubsub_subscription.it cannot set messages aside: Pub/Sub may not publish to google_pubsub_topic.dead"), expect.finding("GCP-PUBSUB-014", "google_pubsub_subscription.it cannot set messages aside: Pub/Sub may not acknowledge them")} with input as expect.linked("google_pubsub_subscription", stage, {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {"publishers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.publisher", "member": "serviceAccount:a@b"}, "unknown": {}, "links": {}}]}}], "subscribers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.subscriber", "member": "serviceAccount:a@b"}, "unknown": {}, "links": {}}]})
	}
}

test_allow_both_grants if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_subscription", stage, {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {"publishers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.publisher", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]}}], "subscribers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.subscriber", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]})
	}
}

test_deny_only_what_one_can_tell if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-014", "google_pubsub_subscription.it cannot set messages aside: Pub/Sub may not publish to google_pubsub_topic.dead")} with input as object.union(expect.linked("google_pubsub_subscription", stage, {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {}}]}), {"unresolved": {"subscribers": true}})
	}
}

test_allow_an_editor if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_subscription", stage, {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {"publishers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.editor", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]}}], "subscribers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.editor", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]})
	}
}

test_allow_bindings if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_subscription", stage, {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {"publishers": [{"address": "g", "after": {"role": "roles/pubsub.publisher", "members": ["serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"]}, "unknown": {}, "links": {}}]}}], "subscribers": [{"address": "g", "after": {"role": "roles/pubsub.subscriber"}, "unknown": {"members": true}, "links": {}}]})
	}
}

test_allow_members_known_only_after_apply if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_subscription", stage, {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {"publishers": [{"address": "g", "after": {"role": "roles/pubsub.publisher"}, "unknown": {"member": true}, "links": {}}]}}], "subscribers": [{"address": "g", "after": {"role": "roles/pubsub.subscriber"}, "unknown": {"member": true}, "links": {}}]})
	}
}

test_allow_a_dead_letter_topic_of_elsewhere if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"dead_letter_policy": [{"dead_letter_topic": "projects/p/topics/t"}]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {}}], "subscribers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.subscriber", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {"publishers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.publisher", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]}}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {"publishers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.viewer", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]}}], "subscribers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.publisher", "member": "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {"publishers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.publisher", "member": "serviceAccount:a@b"}, "unknown": {}, "links": {}}]}}], "subscribers": [{"address": "google_pubsub_topic_iam_member.x", "after": {"role": "roles/pubsub.subscriber", "member": "serviceAccount:a@b"}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as object.union(expect.linked("random_id", "synth", {}, {"dead_letters": [{"address": "google_pubsub_topic.dead", "after": {}, "unknown": {}, "links": {}}]}), {"unresolved": {"subscribers": true}})
}
