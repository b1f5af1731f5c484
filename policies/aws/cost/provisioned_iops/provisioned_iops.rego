# METADATA
# title: Operations a second are bought where they are needed
# description: "A gp3 has 3000 a second in its price; an io1 or io2 with no more costs several times as much. Where the stack or the tag `environment` says that it may be thrown away, nobody needs more. A disk that several machines share (`multi_attach_enabled`) is not judged: it cannot be a gp3."
# custom:
#   id: AWS-COST-005
#   severity: low
#   types: [aws_ebs_volume, aws_instance, aws_launch_template, aws_db_instance]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Set the type to `gp3`, or exempt the disk with the reason."
#   unknown: defer
package aws.cost.provisioned_iops

import data.lib.report
import data.lib.throwaway

deny contains report.finding(rego.metadata.chain(), $"{input.address} buys {iops} operations a second, which a gp3 has in its price") if {
	some iops in bought
	iops <= 3000
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} buys {iops} operations a second and is not production") if {
	throwaway.here
	some iops in bought
	iops > 3000
}

bought contains iops if {
	types[input.type]
	not input.after.multi_attach_enabled == true
	some iops in provisioned
	is_number(iops)
}

provisioned contains input.after.iops if priced[input.after.type]

provisioned contains input.after.iops if priced[input.after.storage_type]

provisioned contains input.after.root_block_device[0].iops if priced[input.after.root_block_device[0].volume_type]

provisioned contains input.after.ebs_block_device[i].iops if {
	some i
	priced[input.after.ebs_block_device[i].volume_type]
}

provisioned contains input.after.block_device_mappings[i].ebs[0].iops if {
	some i
	priced[input.after.block_device_mappings[i].ebs[0].volume_type]
}

# As a stack is written, a block that there is one of stands without its list.
provisioned contains input.after.block_device_mappings[i].ebs.iops if {
	some i
	priced[input.after.block_device_mappings[i].ebs.volume_type]
}

# Types whose operations are paid for one by one.
priced := {"io1", "io2"}

types := {"aws_db_instance", "aws_ebs_volume", "aws_instance", "aws_launch_template"}
