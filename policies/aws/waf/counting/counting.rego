# METADATA
# title: A managed group stops what it finds
# description: "With `override_action` `count` a group reports and lets everything through. That is how one is tried, and how many are forgotten. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged: that is where one is tried."
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

import data.lib.environment
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} only counts what {rule.name} finds (override_action)") if {
	input.type == "aws_wafv2_web_acl"
	some rule in input.after.rule
	count(rule.override_action[0].count) > 0
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)
