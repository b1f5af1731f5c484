# METADATA
# title: A message is not handed out again while it is handled
# description: When the acknowledgement deadline is shorter than the time the code may take, a slow message is handled twice at once.
# custom:
#   id: GCP-PUBSUB-010
#   severity: high
#   types: [google_pubsub_subscription]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-10]
#   fix: "Set `ack_deadline_seconds` to at least the target's timeout (600 at most); in a declaration, `processor.timeout`."
#   unknown: set
package google.pubsub.deadline

import data.lib.google
import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} hands a message out again after {deadline} s, while {target.address} may take {timeout} s") if {
	input.type == "google_pubsub_subscription"
	some target in input.links.target
	some timeout in timeouts(target)
	timeout > deadline
	not input.unknown.ack_deadline_seconds
}

default deadline := 10

deadline := input.after.ack_deadline_seconds

# What the code may take: a function's 60 s and a service's 300 s unless they say otherwise.
timeouts(target) := {timeout |
	some config in text.list(target.after.service_config)
	not open(target, "service_config", "timeout_seconds")
	timeout := object.get(config, "timeout_seconds", 60)
} | {timeout |
	some template in text.list(target.after.template)
	not open(target, "template", "timeout")
	timeout := google.seconds(object.get(template, "timeout", "300s"))
}

open(target, block, name) if {
	some unknown in text.list(target.unknown[block])
	unknown[name]
}

open(target, block, _) if target.unknown[block] == true
