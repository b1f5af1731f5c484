package lib.google_test

import data.lib.google

test_the_accounts_that_google_makes_are_default if {
	every email in ["1-compute@developer.gserviceaccount.com", "p@appspot.gserviceaccount.com", "1@cloudbuild.gserviceaccount.com"] {
		google.default_account(email)
	}
	every email in ["orders@p.iam.gserviceaccount.com", "a@developer.gserviceaccount.com", "1@cloudbuild.gserviceaccount.com.example"] {
		not google.default_account(email)
	}
}

test_a_duration_is_seconds if {
	google.seconds("600s") == 600
	google.seconds("1.5s") == 1.5
	not google.seconds("10m")
}

test_what_grants_roles_is_called_so if {
	google.grants_roles with input as {"type": "google_pubsub_topic_iam_member"}
	not google.grants_roles with input as {"type": "google_pubsub_topic"}
}

test_projects_folders_and_organizations_hold_all if {
	every holder in ["folder", "organization", "project"] {
		google.grants_on_all with input as {"type": $"google_{holder}_iam_member"}
	}
	not google.grants_on_all with input as {"type": "google_pubsub_topic_iam_member"}
	not google.grants_on_all with input as {"type": "my_google_project_iam_member"}
}

member := {"role": "roles/viewer", "member": "user:a"}

binding := {"role": "roles/viewer", "members": ["user:a", "user:b"]}

# What resources with these values grant.
granted(after) := {"roles": roles, "members": members, "grants": grants} if {
	roles := google.roles with input as {"after": after}
	members := google.members with input as {"after": after}
	grants := google.grants with input as {"after": after}
}

test_a_member_has_a_role if {
	granted(member) == {"roles": {"roles/viewer"}, "members": {"user:a"}, "grants": {member}}
}

test_a_binding_gives_a_role_to_each if {
	both := {"roles": {"roles/viewer"}, "members": {"user:a", "user:b"}, "grants": {
		{"role": "roles/viewer", "member": "user:a"},
		{"role": "roles/viewer", "member": "user:b"},
	}}
	granted(binding) == both
	granted({"policy_data": json.marshal({"bindings": [binding]})}) == both
}

test_what_grants_nothing_has_none if {
	every after in [{}, {"policy_data": "no document"}, {"policy_data": "{}"}] {
		granted(after) == {"roles": set(), "members": set(), "grants": set()}
	}
}

whole(after, unknown) := found if {
	found := google.whole_roles with input as {"after": after, "unknown": unknown}
}

test_a_role_is_whole_unless_a_condition_narrows_it if {
	condition := {"expression": "request.time < timestamp('2030-01-01T00:00:00Z')"}
	whole(member, {}) == {"roles/viewer"}
	whole(object.union(member, {"condition": [condition]}), {}) == set()
	whole(object.union(member, {"condition": [{"title": "none"}]}), {}) == {"roles/viewer"}
	whole(member, {"condition": [true]}) == set()
	whole({"policy_data": json.marshal({"bindings": [binding]})}, {}) == {"roles/viewer"}
	whole({"policy_data": json.marshal({"bindings": [object.union(binding, {"condition": condition})]})}, {}) == set()
}
