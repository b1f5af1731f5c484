# METADATA
# title: A web ACL has rules
# description: "One that allows by default and has no rule lets everything through, and costs as if it did not."
# custom:
#   id: AWS-WAF-001
#   severity: medium
#   types: [aws_wafv2_web_acl]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_175]
#   controls: [NIST-SC-7]
#   fix: "Add a `rule`, such as the managed group `AWSManagedRulesCommonRuleSet`."
#   unknown: defer
package aws.waf.rules

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no rule") if {
	input.type == "aws_wafv2_web_acl"
	not has_rules
	not input.after.rule_json
}

has_rules if count(input.after.rule) > 0
