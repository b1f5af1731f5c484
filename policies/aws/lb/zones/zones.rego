# METADATA
# title: Load balancers outlive a zone
# description: "A load balancer with one subnet is gone with its zone, however many zones its targets are in. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-LB-009
#   severity: medium
#   types: [aws_lb, aws_alb]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Name a subnet of each zone in `subnets` or `subnet_mapping`."
#   unknown: set
package aws.lb.zones

import data.lib.environment
import data.lib.report

types := {"aws_lb", "aws_alb"}

deny contains report.violation(rego.metadata.chain(), $"{input.address} is in one subnet only") if {
	types[input.type]
	some list in places
	count(list) == 1
	not throwaway
}

places contains input.after.subnets

places contains input.after.subnet_mapping

throwaway if environment.throwaway(input.after.tags_all.environment)
