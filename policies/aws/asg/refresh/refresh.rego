# METADATA
# title: A new image reaches the machines that run
# description: "Without an instance refresh a changed launch template counts for new machines only: the old ones run for weeks, and nobody knows which is which."
# custom:
#   id: AWS-ASG-005
#   severity: low
#   types: [aws_autoscaling_group]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-3, NIST-SI-2]
#   fix: "Add `instance_refresh` with the `strategy` `Rolling`."
#   unknown: defer
package aws.asg.refresh

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} leaves machines as they are when its template changes (instance_refresh)") if {
	input.type == "aws_autoscaling_group"
	not input.after.instance_refresh[0].strategy
}
