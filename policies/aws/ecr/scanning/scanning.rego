# METADATA
# title: Images are scanned for known holes
# description: "A hole that is known before the deployment need not be found after it."
# custom:
#   id: AWS-ECR-002
#   severity: medium
#   types: [aws_ecr_repository]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_163, AWS-0030]
#   controls: [NIST-RA-5]
#   fix: "Set `image_scanning_configuration.scan_on_push`."
#   unknown: defer
package aws.ecr.scanning

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not scan its images (scan_on_push)") if {
	input.type == "aws_ecr_repository"
	not input.after.image_scanning_configuration[0].scan_on_push == true
}
