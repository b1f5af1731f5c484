# METADATA
# title: Accelerators log who comes
# description: "What comes to an anycast address is seen nowhere else: neither the edge nor the network behind it says which client was led where."
# custom:
#   id: AWS-GA-001
#   severity: low
#   types: [aws_globalaccelerator_accelerator]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_75]
#   controls: [NIST-AU-12]
#   fix: "Add `attributes` with `flow_logs_enabled`, `flow_logs_s3_bucket` and `flow_logs_s3_prefix`."
#   unknown: defer
package aws.globalaccelerator.flow_logs

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs no flows (attributes.flow_logs_enabled)") if {
	input.type == "aws_globalaccelerator_accelerator"
	not logs
}

logs if input.after.attributes[0].flow_logs_enabled == true
