# METADATA
# title: Tags of images do not move
# description: "What was reviewed and scanned under a tag is what runs under it."
# custom:
#   id: AWS-ECR-001
#   severity: medium
#   types: [aws_ecr_repository]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_51, AWS-0031]
#   controls: [NIST-CM-2, NIST-SI-7]
#   fix: "Set `image_tag_mutability` to `IMMUTABLE`."
#   unknown: defer
package aws.ecr.immutable_tags

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets tags move (image_tag_mutability)") if {
	input.type == "aws_ecr_repository"
	not input.after.image_tag_mutability == "IMMUTABLE"
}
