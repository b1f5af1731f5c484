# METADATA
# title: Groups outlive a zone
# description: "With one subnet every machine is gone with its zone, and a new one cannot start in another. An environment whose stack or tag says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-ASG-001
#   severity: medium
#   types: [aws_autoscaling_group]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Name a subnet of each zone in `vpc_zone_identifier`."
#   unknown: set
package aws.asg.zones

import data.lib.report
import data.lib.throwaway

deny contains report.violation(rego.metadata.chain(), $"{input.address} is in one zone only") if {
	input.type == "aws_autoscaling_group"
	not throwaway.here
	some list in places
	count(list) == 1
}

places contains input.after.vpc_zone_identifier

places contains input.after.availability_zones
