# METADATA
# title: Load balancers are not deleted by accident
# description: "A new load balancer has another address: every name and allow-list that knows the old one is wrong. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-LB-005
#   severity: medium
#   types: [aws_lb, aws_alb]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_150, ELBDeletionProtectionEnabled]
#   controls: [NIST-CP-9]
#   fix: "Set `enable_deletion_protection`."
#   unknown: defer
package aws.lb.deletion_protection

import data.lib.environment
import data.lib.report

types := {"aws_lb", "aws_alb"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} can be deleted in one step") if {
	types[input.type]
	not input.after.enable_deletion_protection
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)
