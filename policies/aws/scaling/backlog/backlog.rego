# METADATA
# title: A queue's workers follow the backlog of each
# description: "The length of a queue does not fall in proportion when a worker is added, so tracking it keeps too many or too few. The backlog of each worker, messages divided by workers, says how long a message waits."
# custom:
#   id: AWS-SCALING-004
#   severity: medium
#   types: [aws_appautoscaling_policy, aws_autoscaling_policy]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Track messages divided by running tasks (or instances) by metric math in `metrics` of the `customized_metric_specification`."
#   unknown: defer
package aws.scaling.backlog

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} tracks {metric}, the length of the whole queue") if {
	types[input.type]
	some metric in tracked
	startswith(metric, "ApproximateNumberOfMessages")
}

tracked contains input.after.target_tracking_scaling_policy_configuration[0].customized_metric_specification[0].metric_name

tracked contains input.after.target_tracking_configuration[0].customized_metric_specification[0].metric_name

types := {"aws_appautoscaling_policy", "aws_autoscaling_policy"}
