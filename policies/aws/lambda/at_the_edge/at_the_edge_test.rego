package aws.lambda.at_the_edge_test

import data.aws.lambda.at_the_edge as policy
import data.lib.expect

site := {"distributions": [expect.link("aws_cloudfront_distribution", {})]}

fine := {"publish": true, "runtime": "nodejs22.x", "architectures": ["x86_64"], "timeout": 30, "ephemeral_storage": [{"size": 512}], "environment": [], "vpc_config": [], "dead_letter_config": [], "layers": [], "tracing_config": [{"mode": "PassThrough"}], "package_type": "Zip"}

refused := {
	"environment variables": {"environment": [{"variables": {"A": "1"}}]},
	"a network": {"vpc_config": [{"subnet_ids": ["subnet-0a"]}]},
	"layers": {"layers": ["arn:aws:lambda:us-east-1:111111111111:layer:a:1"]},
	"a dead-letter queue": {"dead_letter_config": [{"target_arn": "arn:aws:sqs:us-east-1:111111111111:a"}]},
	"traces": {"tracing_config": [{"mode": "Active"}]},
	"an image": {"package_type": "Image"},
	"513 MB of disk": {"ephemeral_storage": [{"size": 513}]},
	"the architecture arm64": {"architectures": ["arm64"]},
	"the runtime java21": {"runtime": "java21"},
	"the runtime provided.python": {"runtime": "provided.python"},
	"a timeout of 31 s": {"timeout": 31},
}

test_deny_what_lambda_at_edge_refuses if {
	every stage in expect.stages {
		every what, after in refused {
			policy.deny == {expect.violation("AWS-LAMBDA-021", $"aws_lambda_function.it runs behind the caches of aws_cloudfront_distribution.other with {what}, which Lambda@Edge refuses")} with input as expect.linked("aws_lambda_function", stage, object.union(fine, after), site)
		}
	}
}

test_deny_a_function_without_versions if {
	every stage in expect.stages {
		every after in [object.remove(fine, ["publish"]), object.union(fine, {"publish": false})] {
			policy.deny == {expect.finding("AWS-LAMBDA-021", "aws_lambda_function.it runs behind the caches of aws_cloudfront_distribution.other and publishes no versions")} with input as expect.linked("aws_lambda_function", stage, after, site)
		}
	}
}

test_allow_what_lambda_at_edge_takes if {
	every stage in expect.stages {
		every after in [fine, {"publish": true}, object.union(fine, {"runtime": "python3.13", "environment": [{"variables": {}}]})] {
			policy.deny == set() with input as expect.linked("aws_lambda_function", stage, after, site)
		}
	}
}

test_allow_all_of_it_elsewhere if {
	every stage in expect.stages {
		every _, after in refused {
			policy.deny == set() with input as expect.linked("aws_lambda_function", stage, after, {})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.linked("random_id", "synth", {"timeout": 31, "publish": true}, site)
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, site)
}
