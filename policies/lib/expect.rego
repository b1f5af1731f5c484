# METADATA
# description: What the tests of all policies share.
package lib.expect

stages := ["synth", "plan"]

# A resource that will exist, as a rule sees it.
resource(type, stage, after) := {
	"type": type, "address": $"{type}.it", "stack": "dev-c01", "stage": stage,
	"actions": ["create"], "replacePaths": [],
	"after": after, "unknown": {}, "unresolved": {}, "links": {},
}

# The same with some attributes known only after apply.
unknown(type, after, paths) := object.union(resource(type, "plan", after), {"unknown": paths})

linked(type, stage, after, links) := object.union(resource(type, stage, after), {"links": links})

link(type, after) := {"address": $"{type}.other", "after": after, "unknown": {}, "links": {}}

# The same in an environment that serves customers.
production(resource) := object.union(resource, {"stack": "prod-c01"})

# A change as it stands in a plan.
change(type, actions, paths) := object.union(
	resource(type, "plan", {}),
	{"actions": actions, "replacePaths": paths},
)

finding(id, message) := {"certain": false, "id": id, "message": message}

violation(id, message) := {"certain": true, "id": id, "message": message}

# A policy document of one statement.
document(statement) := json.marshal({"Version": "2012-10-17", "Statement": [statement]})

# The statement that refuses plaintext, complete.
tls(action) := document({
	"Effect": "Deny", "Principal": "*", "Action": action, "Resource": "*",
	"Condition": {"Bool": {"aws:SecureTransport": "false"}},
})
