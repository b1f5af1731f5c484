# METADATA
# title: Clusters measure their tasks
# description: "Without Container Insights nobody sees how much memory a task took before it was killed."
# custom:
#   id: AWS-ECS-006
#   severity: low
#   types: [aws_ecs_cluster]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_65, AWS-0034, ECSClusterCloudWatchContainerInsights, ECS4]
#   controls: [NIST-AU-6]
#   fix: "Add `setting` with the name `containerInsights` and the value `enabled` or `enhanced`."
#   unknown: defer
package aws.ecs.insights

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not measure its tasks (containerInsights)") if {
	input.type == "aws_ecs_cluster"
	not measured
}

measured if {
	some setting in input.after.setting
	setting.name == "containerInsights"
	{"enabled", "enhanced"}[setting.value]
}
