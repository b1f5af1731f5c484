# METADATA
# title: Volumes are encrypted
# description: "A snapshot or a disk that is thrown away is readable otherwise."
# custom:
#   id: AWS-EC2-003
#   severity: high
#   types: [aws_ebs_volume]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_3, AWS-0026, EC2EBSVolumeEncrypted]
#   controls: [CIS-AWS-2.2.1, NIST-SC-28]
#   fix: "Set `encrypted`."
#   unknown: defer
package aws.ec2.volumes

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted") if {
	input.type == "aws_ebs_volume"
	not good
}

good if input.after.encrypted == true
