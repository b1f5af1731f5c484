# METADATA
# title: A bucket is not deleted with what is in it
# description: "With `force_destroy` a replace or a delete empties the bucket first, all versions too. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-S3-011
#   severity: high
#   types: [aws_s3_bucket]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: Remove `force_destroy`.
#   unknown: defer
package aws.s3.force_destroy

import data.lib.environment
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} would be deleted with everything in it") if {
	input.type == "aws_s3_bucket"
	input.after.force_destroy == true
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)
