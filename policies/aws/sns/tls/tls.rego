# METADATA
# title: Topics refuse plaintext
# description: "Without a statement that denies `sns:Publish` where `aws:SecureTransport` is false, a message can travel in clear. SNS takes no wildcard action in a topic's policy."
# custom:
#   id: AWS-SNS-002
#   severity: high
#   types: [aws_sns_topic]
#   stages: [synth, plan]
#   aliases: [SNS3, SNSTopicSSLPublishOnly]
#   controls: [NIST-SC-8]
#   fix: Give the topic a policy that denies `sns:Publish` when `aws:SecureTransport` is false.
#   unknown: defer
package aws.sns.tls

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} accepts messages that are not encrypted in transit") if {
	input.type == "aws_sns_topic"
	not refused
}

refused if refuses(input.after.policy)

refused if refuses(input.links.policies[_].after.policy)

refuses(document) if {
	some statement in iam.statements(document)
	statement.effect == "Deny"
	iam.anyone(statement)
	not statement.notprincipal
	some action in text.list(statement.action)
	publishing[lower(action)]
	iam.only_plaintext(statement.condition)
}

publishing := {"*", "sns:*", "sns:publish"}
