# METADATA
# title: Disks of machines to come are encrypted
# description: "A snapshot or a disk that is thrown away is readable otherwise."
# custom:
#   id: AWS-EC2-006
#   severity: high
#   types: [aws_launch_template]
#   stages: [synth, plan]
#   aliases: [EC2EBSVolumeEncrypted]
#   controls: [CIS-AWS-2.2.1, NIST-SC-28]
#   fix: "Set `encrypted` of `ebs` in each of `block_device_mappings`."
#   unknown: defer
package aws.ec2.template_volumes

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} makes the disk {name} without encryption") if {
	input.type == "aws_launch_template"
	some i
	name := input.after.block_device_mappings[i].device_name
	not input.after.block_device_mappings[i].no_device
	not input.after.block_device_mappings[i].virtual_name
	not encrypted(i)
}

# The provider writes it as a text.
encrypted(i) if {true, "true"}[input.after.block_device_mappings[i].ebs[0].encrypted]

# As a stack is written, a block that there is one of stands without its list.
encrypted(i) if {true, "true"}[input.after.block_device_mappings[i].ebs.encrypted]
