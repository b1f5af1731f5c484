# METADATA
# title: Containers have no power over their machine
# description: "A privileged container is root of the machine, and so of every other container on it."
# custom:
#   id: AWS-CONTAINERS-001
#   severity: high
#   types: [aws_ecs_task_definition, aws_batch_job_definition]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_210, CKV_AWS_334]
#   controls: [NIST-AC-6]
#   fix: "Leave `privileged` out of the container, and name single capabilities in `linuxParameters.capabilities.add`."
#   unknown: defer
package aws.containers.privileged

import data.lib.containers
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} runs {containers.name(container)} privileged") if {
	types[input.type]
	some container in containers.all
	container.privileged == true
}

types := {"aws_batch_job_definition", "aws_ecs_task_definition"}
