# METADATA
# title: Endpoints let through what is ours
# description: Without a policy an endpoint carries data out to a bucket or queue of anybody's, by credentials of anybody's, past every firewall.
# custom:
#   id: AWS-IAM-026
#   severity: medium
#   types: [aws_vpc_endpoint, aws_vpc_endpoint_policy]
#   stages: [synth, plan]
#   controls: [NIST-AC-4, FSBP-EC2.10]
#   fix: "Give the endpoint a policy that names the resources, or has a condition on aws:PrincipalOrgID or aws:ResourceOrgID."
#   unknown: defer
package aws.iam.endpoint_policy

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets everybody reach every resource of every account") if {
	endpoint
	not written
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets everybody reach every resource of every account") if {
	some statement in iam.policy.allows
	iam.anyone(statement)
	some resource in iam.resource_patterns(statement)
	text.stars(resource)
	not iam.narrowed(statement)
	not iam.chosen(statement)
	not iam.fenced(iam.policy, statement)
}

endpoint if input.type == "aws_vpc_endpoint_policy"

endpoint if {
	input.type == "aws_vpc_endpoint"
	not takes_no_policy
	not input.links.policies
}

takes_no_policy if {"GatewayLoadBalancer", "Resource", "ServiceNetwork"}[input.after.vpc_endpoint_type]

written if input.after.policy != ""
