# METADATA
# title: No secret stands in a container's variables
# description: "Whoever may look at the definition reads it, and it stays in every revision and in the state. Judged are variables whose name says that they hold a secret, and values that look like a key. The value is never shown."
# custom:
#   id: AWS-CONTAINERS-002
#   severity: critical
#   types: [aws_ecs_task_definition, aws_batch_job_definition]
#   stages: [synth, plan]
#   aliases: [AWS-0036]
#   controls: [NIST-IA-5]
#   fix: "Keep the value in Secrets Manager or Parameter Store and name it in `secrets` with `valueFrom`."
#   unknown: defer
package aws.containers.secrets

import data.lib.containers
import data.lib.report
import data.lib.secrets

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps a secret in the environment variable {variable.name} of {containers.name(container)}") if {
	types[input.type]
	some container in containers.all
	some variable in container.environment
	secrets.literal(variable.name, variable.value)
}

types := {"aws_batch_job_definition", "aws_ecs_task_definition"}
