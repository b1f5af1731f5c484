# METADATA
# title: Sessions end within half a working day
# description: "Credentials of a role cannot be called back: who has them, has them until the session ends. Four hours are enough for a task; a longer one asks again."
# custom:
#   id: AWS-IAM-023
#   severity: low
#   types: [aws_iam_role]
#   stages: [synth, plan]
#   controls: [NIST-AC-12]
#   fix: Set `max_session_duration` of the role to at most 14400.
#   unknown: defer
package aws.iam.session_duration

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} gives credentials for {input.after.max_session_duration} seconds") if {
	is_number(input.after.max_session_duration)
	input.after.max_session_duration > 14400
}
