# METADATA
# title: A web ACL counts requests
# description: "Signatures stop what is malformed. What is well-formed and too much, only a rate stops: guessed passwords, scraping, floods."
# custom:
#   id: AWS-WAF-002
#   severity: low
#   types: [aws_wafv2_web_acl]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Add a `rule` with a `rate_based_statement`."
#   unknown: defer
package aws.waf.rate

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets one client ask as often as it likes (rate_based_statement)") if {
	input.type == "aws_wafv2_web_acl"
	not input.after.rule_json
	not counts
}

counts if count(input.after.rule[_].statement[0].rate_based_statement) > 0
