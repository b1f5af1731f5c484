# METADATA
# title: Containers cannot change what they run
# description: "Who breaks into a container with a read-only file system finds no place to put a tool. What must be written goes to a volume."
# custom:
#   id: AWS-ECS-004
#   severity: low
#   types: [aws_ecs_task_definition]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_336]
#   controls: [NIST-CM-5, NIST-SI-7]
#   fix: "Set `readonlyRootFilesystem` of the container, and mount a volume where it writes."
#   unknown: defer
package aws.ecs.read_only

import data.lib.containers
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets {containers.name(container)} write to its root file system (readonlyRootFilesystem)") if {
	input.type == "aws_ecs_task_definition"
	some container in containers.all
	not container.readonlyRootFilesystem == true
}
