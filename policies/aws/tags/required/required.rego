# METADATA
# title: Resources say whose they are
# description: "Without an owner and a cost centre a resource is nobody's. The keys are `service`, `owner`, `environment` and `cost-center`; those of the provider's defaults count."
# custom:
#   id: AWS-TAGS-001
#   severity: medium
#   types: [aws_cloudwatch_log_group, aws_cloudwatch_metric_alarm, aws_dynamodb_table, aws_iam_policy, aws_iam_role, aws_kms_key, aws_lambda_event_source_mapping, aws_lambda_function, aws_s3_bucket, aws_secretsmanager_secret, aws_sns_topic, aws_sqs_queue, aws_ssm_parameter]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-8]
#   fix: Set the tags service, owner, environment and cost-center, on the resource or in the provider's `default_tags`.
#   unknown: defer
package aws.tags.required

import data.lib.report

# Some keys are known to be missing, whatever the value of another turns out to be.
deny contains report.violation(rego.metadata.chain(), $"{input.address} lacks the tags {list}") if {
	not input.unknown.tags_all == true
	names := [name | some name in required; missing(name)]
	count(names) > 0
	list := concat(", ", names)
}

required := ["service", "owner", "environment", "cost-center"]

missing(name) if {
	not present(name)
	not input.unknown.tags_all[name]
}

present(name) if input.after.tags_all[name] != ""
