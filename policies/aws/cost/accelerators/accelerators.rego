# METADATA
# title: Development buys GPUs at the spot price
# description: "A machine with GPUs costs 1 to 100 dollars an hour, some third of it as a spot instance; an experiment can be started again. Judged is where the stack or the tag `environment` says that it may be thrown away."
# custom:
#   id: AWS-COST-003
#   severity: low
#   types: [aws_instance, aws_autoscaling_group, aws_batch_compute_environment]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Set `instance_market_options.market_type` to `spot`; `on_demand_percentage_above_base_capacity` of a group to 0; the `type` of a compute environment to `SPOT`."
#   unknown: defer
package aws.cost.accelerators

import data.lib.machines
import data.lib.report
import data.lib.throwaway

deny contains report.finding(rego.metadata.chain(), $"{input.address} buys {class} at the full price and is not production") if {
	types[input.type]
	throwaway.here
	some class in classes
	machines.accelerated(class)
	not spot
}

classes contains input.after.instance_type

classes contains input.after.mixed_instances_policy[0].launch_template[0].override[_].instance_type

classes contains input.after.compute_resources[0].instance_type[_]

spot if input.after.instance_market_options[0].market_type == "spot"

# 100 is what AWS takes where nothing is said.
spot if input.after.mixed_instances_policy[0].instances_distribution[0].on_demand_percentage_above_base_capacity < 100

spot if input.after.compute_resources[0].type == "SPOT"

types := {"aws_autoscaling_group", "aws_batch_compute_environment", "aws_instance"}
