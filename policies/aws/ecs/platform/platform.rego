# METADATA
# title: Fargate runs its latest platform
# description: "A version that is pinned gets no fixes; ECS moves tasks to the latest one when they are deployed."
# custom:
#   id: AWS-ECS-009
#   severity: low
#   types: [aws_ecs_service]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_332]
#   controls: [NIST-SI-2]
#   fix: "Leave `platform_version` out, or set it to `LATEST`."
#   unknown: defer
package aws.ecs.platform

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is pinned to the platform {input.after.platform_version}") if {
	input.type == "aws_ecs_service"
	input.after.platform_version != "LATEST"
}
