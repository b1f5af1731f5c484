# METADATA
# title: A role is lent to a service for one customer
# description: "A service that works for many customers can be asked by one of them to use another one's role. These services say for whom they ask; the trust policy must look. The account's own pass of the role (`iam:PassRole`) keeps most of it away, so this only advises."
# custom:
#   id: AWS-IAM-013
#   severity: low
#   types: [aws_iam_role]
#   stages: [synth, plan]
#   controls: [NIST-AC-3]
#   fix: "Add a condition on aws:SourceAccount or aws:SourceArn to the statement of `assume_role_policy`."
#   unknown: defer
package aws.iam.service_trust

import data.lib.iam
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} trusts {service} for any of its customers") if {
	some document in iam.trust_documents
	some statement in document.allows
	some service in iam.principals(statement, "Service")
	names_its_source[service]
	not iam.bound_to_a_source(statement, service)
}

# Services whose documentation says that they send the source when they assume a role. Others (Lambda,
# EC2, ECS tasks of some launch types) send none: a condition would lock them out.
names_its_source := {
	"bedrock.amazonaws.com",
	"codebuild.amazonaws.com",
	"datasync.amazonaws.com",
	"delivery.logs.amazonaws.com",
	"ecs-tasks.amazonaws.com",
	"firehose.amazonaws.com",
	"iot.amazonaws.com",
	"monitoring.rds.amazonaws.com",
	"pipes.amazonaws.com",
	"sagemaker.amazonaws.com",
	"scheduler.amazonaws.com",
	"states.amazonaws.com",
	"transfer.amazonaws.com",
	"vpc-flow-logs.amazonaws.com",
}
