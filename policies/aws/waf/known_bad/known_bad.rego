# METADATA
# title: A web ACL knows the attacks that everybody knows
# description: Log4Shell and its like are tried against every address within hours. The managed group of known bad inputs stops them before the service is patched.
# custom:
#   id: AWS-WAF-003
#   severity: medium
#   types: [aws_wafv2_web_acl]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_192, CKV2_AWS_47, CKV2_AWS_76, CKV2_AWS_77, CKV2_AWS_78]
#   controls: [NIST-SI-3]
#   fix: "Add a `rule` with the managed group `AWSManagedRulesKnownBadInputsRuleSet`."
#   unknown: defer
package aws.waf.known_bad

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not stop known bad inputs (AWSManagedRulesKnownBadInputsRuleSet)") if {
	input.type == "aws_wafv2_web_acl"
	not input.after.rule_json
	not stops
}

stops if input.after.rule[_].statement[0].managed_rule_group_statement[0].name == "AWSManagedRulesKnownBadInputsRuleSet"
