# METADATA
# title: Functions behind caches have nothing that Lambda@Edge refuses
# description: "CloudFront copies a published version to where its caches ask, and refuses a distribution whose function has variables, a network, layers, a dead-letter queue, traces, an image, more than 512 MB of disk, another architecture than x86_64 or another language than JavaScript and Python, or takes more than 30 seconds. The apply fails half-way otherwise, when the function stands and its distribution does not."
# custom:
#   id: AWS-LAMBDA-021
#   severity: high
#   types: [aws_lambda_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-6]
#   fix: "Leave out what is named, set `publish` to true, and name the function by its `qualified_arn` in `lambda_function_association`."
#   unknown: set
package aws.lambda.at_the_edge

import data.lib.report
import data.lib.text

# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html
deny contains report.violation(rego.metadata.chain(), $"{input.address} runs behind the caches of {distribution.address} with {what}, which Lambda@Edge refuses") if {
	input.type == "aws_lambda_function"
	some distribution in input.links.distributions
	some what in refused
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} runs behind the caches of {distribution.address} and publishes no versions") if {
	input.type == "aws_lambda_function"
	some distribution in input.links.distributions
	not input.after.publish
}

refused contains "environment variables" if {
	some block in text.list(input.after.environment)
	count(block.variables) > 0
}

refused contains "a network" if count(text.list(input.after.vpc_config)) > 0

refused contains "layers" if count(input.after.layers) > 0

refused contains "a dead-letter queue" if count(text.list(input.after.dead_letter_config)) > 0

refused contains "traces" if input.after.tracing_config[0].mode == "Active"

refused contains "an image" if input.after.package_type == "Image"

refused contains $"{input.after.ephemeral_storage[0].size} MB of disk" if input.after.ephemeral_storage[0].size > 512

refused contains $"the architecture {architecture}" if {
	some architecture in input.after.architectures
	architecture != "x86_64"
}

refused contains $"the runtime {input.after.runtime}" if {
	is_string(input.after.runtime)
	not regex.match(`^(nodejs|python)`, input.after.runtime)
}

refused contains $"a timeout of {input.after.timeout} s" if input.after.timeout > 30
