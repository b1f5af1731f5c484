# METADATA
# title: Development does not pay for traffic between zones
# description: "A network load balancer that reaches every zone sends most bytes to another one, and each is paid for. Judged is where the stack or the tag `environment` says that it may be thrown away; what production needs says AWS-LB-010."
# custom:
#   id: AWS-COST-007
#   severity: low
#   types: [aws_lb, aws_alb]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Leave `enable_cross_zone_load_balancing` out."
#   unknown: defer
package aws.cost.zone_traffic

import data.lib.report
import data.lib.throwaway

deny contains report.violation(rego.metadata.chain(), $"{input.address} pays for traffic between zones and is not production") if {
	types[input.type]
	of_packets[input.after.load_balancer_type]
	throwaway.here
	input.after.enable_cross_zone_load_balancing == true
}

# Between the zones of an application load balancer traffic is free.
of_packets := {"gateway", "network"}

types := {"aws_alb", "aws_lb"}
