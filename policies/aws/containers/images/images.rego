# METADATA
# title: An image is named by a version
# description: "`latest`, or no tag, is another image tomorrow: what was judged is not what runs, and a rollback brings nothing back."
# custom:
#   id: AWS-CONTAINERS-003
#   severity: medium
#   types: [aws_ecs_task_definition, aws_batch_job_definition]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-2, NIST-SI-7]
#   fix: "Name the image by its digest (`…@sha256:…`), or by a tag of a repository whose tags do not move."
#   unknown: defer
package aws.containers.images

import data.lib.containers
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} runs {container.image}, which names no version") if {
	types[input.type]
	some container in containers.all
	not containers.versioned(container.image)
	not elsewhere(container.image)
}

# A version may stand in what a token stands for, but not in the address of a repository.
elsewhere(image) if {
	endswith(image, "}")
	not endswith(image, ".repository_url}")
}

types := {"aws_batch_job_definition", "aws_ecs_task_definition"}
