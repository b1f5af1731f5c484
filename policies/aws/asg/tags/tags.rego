# METADATA
# title: Machines of a group say whose they are
# description: "The provider gives its `default_tags` to everything but groups, and a group gives its machines only the tags that say so. What is not tagged is nobody's cost."
# custom:
#   id: AWS-ASG-004
#   severity: low
#   types: [aws_autoscaling_group]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_153]
#   controls: [NIST-CM-8]
#   fix: "Add a `tag` block with `propagate_at_launch` for `service`, `owner`, `environment` and `cost-center`."
#   unknown: defer
package aws.asg.tags

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not give its machines the tags {list}") if {
	input.type == "aws_autoscaling_group"
	names := [name | some name in ["service", "owner", "environment", "cost-center"]; not given[name]]
	count(names) > 0
	list := concat(", ", names)
}

given contains input.after.tag[i].key if {
	some i
	input.after.tag[i].propagate_at_launch == true
}
