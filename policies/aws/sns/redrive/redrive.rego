# METADATA
# title: Subscriptions keep what they cannot deliver
# description: "SNS gives up on an endpoint that stays away and drops the message. A redrive policy keeps it."
# custom:
#   id: AWS-SNS-003
#   severity: medium
#   types: [aws_sns_topic_subscription]
#   stages: [synth, plan]
#   aliases: [SNSRedrivePolicy]
#   controls: [NIST-SI-11]
#   fix: Give the subscription a `redrive_policy` with a `deadLetterTargetArn`.
#   unknown: set
package aws.sns.redrive

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} drops what it cannot deliver") if {
	input.type == "aws_sns_topic_subscription"
	not kept
}

kept if text.object(input.after.redrive_policy).deadLetterTargetArn

kept if input.unknown.redrive_policy
