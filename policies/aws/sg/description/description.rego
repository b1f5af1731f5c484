# METADATA
# title: A security group says what it is for
# description: "Years later nobody dares to close a port that nobody can explain."
# custom:
#   id: AWS-SG-005
#   severity: low
#   types: [aws_security_group]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_23, AWS-0099, EC2SecurityGroupDescription]
#   controls: [NIST-CM-8]
#   fix: "Set `description`."
#   unknown: defer
package aws.sg.description

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not say what it is for") if {
	input.type == "aws_security_group"
	not good
}

good if {
	count(input.after.description) > 0
	input.after.description != "Managed by Terraform"
}
