# METADATA
# title: A managed group stops what it finds
# description: "With `override_action` `count` a group reports and lets everything through. That is how one is tried, and how many are forgotten."
# custom:
#   id: AWS-WAF-004
#   severity: low
#   types: [aws_wafv2_web_acl]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-7]
#   fix: "Set `override_action` of the rule to `none`."
#   unknown: defer
package aws.waf.counting

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} only counts what {rule.name} finds (override_action)") if {
	input.type == "aws_wafv2_web_acl"
	some rule in input.after.rule
	count(rule.override_action[0].count) > 0
}
