/** What a team's new rule starts from: an attribute that must be set. It compiles, and its test passes. */
export interface NewRule {
  /** `team.queue_names` */
  readonly package: string;
  readonly id: string;
  /** A resource type of Terraform. */
  readonly type: string;
  readonly attribute: string;
}

export function ruleText({ package: name, id, type, attribute }: NewRule): string {
  return `# METADATA
# title: ${type} sets ${attribute}
# description: Say here what goes wrong without it.
# custom:
#   id: ${id}
#   severity: medium
#   types: [${type}]
#   stages: [synth, plan]
#   aliases: []
#   controls: []
#   fix: Set \`${attribute}\`.
#   unknown: set
package ${name}

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not set ${attribute}") if {
	input.type == "${type}"
	not input.after.${attribute}
	not input.unknown.${attribute}
}
`;
}

export function testText({ package: name, id, type, attribute }: NewRule): string {
  return `package ${name}_test

import data.lib.expect
import data.${name} as policy

test_deny_without_${attribute} if {
	every stage in expect.stages {
		policy.deny == {expect.finding("${id}", "${type}.it does not set ${attribute}")} with input as expect.resource("${type}", stage, {})
	}
}

test_allow_${attribute} if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("${type}", stage, {"${attribute}": "set"})
	}
}

test_allow_${attribute}_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("${type}", {}, {"${attribute}": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("terraform_data", "plan", {})
}
`;
}
