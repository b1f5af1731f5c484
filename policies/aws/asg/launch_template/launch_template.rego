# METADATA
# title: Groups start machines from a launch template
# description: "Launch configurations are closed to new accounts, know no new instance types and cannot mix spot and on-demand."
# custom:
#   id: AWS-ASG-003
#   severity: medium
#   types: [aws_autoscaling_group]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_315]
#   controls: [NIST-SA-22]
#   fix: "Replace `launch_configuration` by `launch_template`, or by `mixed_instances_policy`."
#   unknown: set
package aws.asg.launch_template

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} starts machines from a launch configuration") if {
	input.type == "aws_autoscaling_group"
	configured
}

configured if input.after.launch_configuration

# Whatever its name turns out to be.
configured if input.unknown.launch_configuration
