# METADATA
# title: A primary fails over
# description: "Route 53 answers a primary of whose health nobody tells for ever: the secondary is never used, and that shows on the day on which it is needed."
# custom:
#   id: AWS-ROUTE53-001
#   severity: high
#   types: [aws_route53_record]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-7, NIST-SC-22]
#   fix: "Give the record a `health_check_id`, or its alias `evaluate_target_health`."
#   unknown: set
package aws.route53.failover

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is a primary of whose health nobody tells (health_check_id, alias.evaluate_target_health)") if {
	input.type == "aws_route53_record"
	input.after.failover_routing_policy[0].type == "PRIMARY"
	not watched
}

watched if input.after.health_check_id

watched if input.unknown.health_check_id

watched if input.after.alias[0].evaluate_target_health == true

watched if input.unknown.alias[0].evaluate_target_health
