# METADATA
# title: Old images are cleaned up
# description: "Every build leaves an image. Without a policy they cost for ever, and old ones with known holes stay at hand."
# custom:
#   id: AWS-ECR-004
#   severity: low
#   types: [aws_ecr_repository]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-12]
#   fix: "Add an `aws_ecr_lifecycle_policy`: one rule that expires images without a tag, one that keeps the latest versions."
#   unknown: defer
package aws.ecr.lifecycle

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps every image for ever (aws_ecr_lifecycle_policy)") if {
	input.type == "aws_ecr_repository"
	not input.links.lifecycles[0]
	not input.unresolved.lifecycles
}
