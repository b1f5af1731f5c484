# METADATA
# title: Topics are encrypted with a key of ours
# description: "The alias `alias/aws/sns` is AWS's: nobody can revoke it, and no other service can be let in by its policy."
# custom:
#   id: AWS-SNS-004
#   severity: low
#   types: [aws_sns_topic]
#   stages: [synth, plan]
#   aliases: [AWS-0136]
#   controls: [NIST-SC-28]
#   fix: Set `kms_master_key_id` to a key of ours.
#   unknown: set
package aws.sns.customer_key

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is encrypted with a key of AWS's") if {
	input.type == "aws_sns_topic"
	endswith(input.after.kms_master_key_id, "alias/aws/sns")
}
