# METADATA
# title: Backups end
# description: "What has no end is kept, and paid for, as long as the account."
# custom:
#   id: AWS-BACKUP-001
#   severity: medium
#   types: [aws_backup_plan]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Set `lifecycle.delete_after` of each rule."
#   unknown: set
package aws.backup.lifecycle

import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps the backups of {rule.rule_name} for ever (lifecycle.delete_after)") if {
	input.type == "aws_backup_plan"
	some rule in input.after.rule
	not ends(rule)
}

# A stack may say the one block without a list.
ends(rule) if {
	some lifecycle in text.list(rule.lifecycle)
	lifecycle.delete_after > 0
}
