# METADATA
# title: The metadata of a machine stays on it
# description: "An answer that may take two hops reaches containers with a network of their own, and with it the credentials of the machine. A container that needs some has a role of its own."
# custom:
#   id: AWS-EC2-005
#   severity: low
#   types: [aws_instance, aws_launch_template]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_341]
#   controls: [NIST-AC-6]
#   fix: "Leave `metadata_options.http_put_response_hop_limit` at 1."
#   unknown: defer
package aws.ec2.hops

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets metadata travel {hops} hops (http_put_response_hop_limit)") if {
	types[input.type]
	hops := input.after.metadata_options[0].http_put_response_hop_limit
	is_number(hops)
	hops > 1
}

types := {"aws_instance", "aws_launch_template"}
