# METADATA
# title: Dead-letter queues name their sources
# description: "By default every queue of the account may send its dead letters here, and a redrive moves them back to where they came from: a stranger's messages among ours."
# custom:
#   id: AWS-SQS-007
#   severity: medium
#   types: [aws_sqs_queue]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-4]
#   fix: Set `redrive_allow_policy` with `redrivePermission` `byQueue` and the ARNs of its sources.
#   unknown: defer
package aws.sqs.redrive_allow

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} takes the dead letters of any queue of the account") if {
	input.type == "aws_sqs_queue"
	redrive_target
	not limited
}

redrive_target if input.links.sources[_]

redrive_target if input.links.redrivers[_]

limited if named(input.after.redrive_allow_policy)

limited if named(input.links.allowances[_].after.redrive_allow_policy)

named(document) if text.object(document).redrivePermission in {"byQueue", "denyAll"}
