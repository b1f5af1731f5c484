# METADATA
# title: Instances hand out credentials only to who asks twice
# description: "IMDSv2 keeps a request that a server was tricked into from reading the credentials of its role."
# custom:
#   id: AWS-EC2-001
#   severity: high
#   types: [aws_instance, aws_launch_template]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_79, AWS-0028, AWS-0130, EC2IMDSv2Enabled]
#   controls: [CIS-AWS-5.6, NIST-AC-3]
#   fix: "Set `metadata_options.http_tokens` to `required`."
#   unknown: defer
package aws.ec2.imds

import data.lib.report

types := {"aws_instance", "aws_launch_template"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} hands out credentials by one request (IMDSv1)") if {
	types[input.type]
	not good
}

good if input.after.metadata_options[0].http_tokens == "required"
