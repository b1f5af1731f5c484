# METADATA
# description: |
#   What the rules of Google Cloud share: the accounts that Google makes, durations, and what a
#   resource of IAM grants, however it is written (a member, a binding or a whole policy).
package lib.google

import data.lib.text

# Accounts that every project has, and many of its parts share.
default_account(email) if endswith(email, "-compute@developer.gserviceaccount.com")

default_account(email) if endswith(email, "@appspot.gserviceaccount.com")

default_account(email) if endswith(email, "@cloudbuild.gserviceaccount.com")

# "600s"
seconds(duration) := text.number(trim_suffix(duration, "s"))

# Whether a resource grants roles, and whether it does so on a project, a folder or an organization.
grants_roles if contains(input.type, "_iam_")

grants_on_all if {
	some prefix in ["google_folder_iam_", "google_organization_iam_", "google_project_iam_"]
	startswith(input.type, prefix)
}

roles contains input.after.role

roles contains bindings[_].role

members contains input.after.member

members contains input.after.members[_]

members contains bindings[_].members[_]

grants contains {"role": input.after.role, "member": input.after.member}

grants contains {"role": input.after.role, "member": input.after.members[_]}

grants contains {"role": binding.role, "member": binding.members[_]} if some binding in bindings

# Roles that no condition narrows.
whole_roles contains input.after.role if {
	not input.after.condition[0].expression
	not input.unknown.condition
}

whole_roles contains binding.role if {
	some binding in bindings
	not binding.condition
}

bindings := text.object(input.after.policy_data).bindings
