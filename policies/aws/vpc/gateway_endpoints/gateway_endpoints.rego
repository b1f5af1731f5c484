# METADATA
# title: What goes to S3 and DynamoDB does not pay for a NAT gateway
# description: "Gateway endpoints are free and keep the traffic inside; through a NAT gateway each gigabyte is paid for."
# custom:
#   id: AWS-VPC-004
#   severity: low
#   types: [aws_vpc]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-7]
#   fix: "Add an `aws_vpc_endpoint` of type Gateway for S3 and one for DynamoDB, with the route tables of the private subnets."
#   unknown: defer
package aws.vpc.gateway_endpoints

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} reaches {service} through a NAT gateway") if {
	input.type == "aws_vpc"
	some subnet in input.links.subnets
	count(subnet.links.nats) > 0
	some service in ["dynamodb", "s3"]
	not reached[service]
	not input.unresolved.endpoints
}

reached contains service if {
	some endpoint in input.links.endpoints
	parts := split(endpoint.after.service_name, ".")
	service := parts[count(parts) - 1]
}
