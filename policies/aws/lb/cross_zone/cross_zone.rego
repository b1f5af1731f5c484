# METADATA
# title: In production every zone reaches every target
# description: "A network load balancer answers from each zone with the targets of that zone alone: where they are few, they are flooded; where there are none, the zone answers nothing."
# custom:
#   id: AWS-LB-010
#   severity: low
#   types: [aws_lb, aws_alb]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_152]
#   controls: [NIST-CP-10]
#   fix: "Set `enable_cross_zone_load_balancing`, or keep as many targets in each zone."
#   unknown: defer
package aws.lb.cross_zone

import data.lib.live
import data.lib.report

types := {"aws_lb", "aws_alb"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps each zone to its own targets (enable_cross_zone_load_balancing)") if {
	types[input.type]
	of_packets[input.after.load_balancer_type]
	live.production
	not input.after.enable_cross_zone_load_balancing
}

of_packets := {"gateway", "network"}
