# METADATA
# title: The disk an instance starts from is encrypted
# description: "A snapshot or a disk that is thrown away is readable otherwise."
# custom:
#   id: AWS-EC2-004
#   severity: high
#   types: [aws_instance]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_8, AWS-0131]
#   controls: [CIS-AWS-2.2.1, NIST-SC-28]
#   fix: "Set `root_block_device.encrypted`."
#   unknown: defer
package aws.ec2.root_volume

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} starts from a disk that is not encrypted") if {
	input.type == "aws_instance"
	not good
}

good if input.after.root_block_device[0].encrypted == true
