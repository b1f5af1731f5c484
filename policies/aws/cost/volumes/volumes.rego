# METADATA
# title: Disks are of a type that costs no more than it must
# description: "A gp3 costs a fifth less than a gp2 and is as fast whatever its size; an io2 costs what an io1 does and fails less. A volume without a type is a gp2."
# custom:
#   id: AWS-COST-004
#   severity: low
#   types: [aws_ebs_volume, aws_instance, aws_launch_template, aws_db_instance]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Set the type to `gp3` (for `gp2` and `standard`) or `io2` (for `io1`); it is changed in place."
#   unknown: defer
package aws.cost.volumes

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} has a disk of type {kind}; {better} does the same for less, or more for the same") if {
	types[input.type]
	some kind in kinds
	better := betters[kind]
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} has a disk of no stated type, which is a gp2; gp3 does the same for less") if {
	input.type == "aws_ebs_volume"
	not input.after.type
}

kinds contains input.after.type

kinds contains input.after.storage_type

kinds contains input.after.root_block_device[0].volume_type

kinds contains input.after.ebs_block_device[_].volume_type

kinds contains input.after.block_device_mappings[_].ebs[0].volume_type

# As a stack is written, a block that there is one of stands without its list.
kinds contains input.after.block_device_mappings[_].ebs.volume_type

betters := {"gp2": "gp3", "io1": "io2", "standard": "gp3"}

types := {"aws_db_instance", "aws_ebs_volume", "aws_instance", "aws_launch_template"}
