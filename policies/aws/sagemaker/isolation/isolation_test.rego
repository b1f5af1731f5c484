package aws.sagemaker.isolation_test

import data.aws.sagemaker.isolation as policy
import data.lib.expect

message := "aws_sagemaker_model.it lets its container reach the network (enable_network_isolation)"

networked := {"vpc_config": [{"subnets": ["subnet-1"], "security_group_ids": ["sg-1"]}]}

served(variant) := {"links": {"serving": [{"address": "aws_sagemaker_endpoint_configuration.it", "after": {"production_variants": [variant]}}]}}

test_deny_a_way_out_of_a_network if {
	every stage in expect.stages {
		every after in [networked, object.union(networked, {"enable_network_isolation": false})] {
			policy.deny == {expect.finding("AWS-SAGEMAKER-002", message)} with input as expect.resource("aws_sagemaker_model", stage, after)
		}
	}
}

test_deny_a_network_that_is_known_after_apply if {
	policy.deny == {expect.finding("AWS-SAGEMAKER-002", message)} with input as expect.unknown("aws_sagemaker_model", {}, {"vpc_config": true})
}

test_deny_what_runs_on_instances if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-SAGEMAKER-002", message)} with input as object.union(expect.resource("aws_sagemaker_model", stage, {}), served({"instance_type": "ml.c7i.large"}))
	}
}

test_allow_isolation if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sagemaker_model", stage, object.union(networked, {"enable_network_isolation": true}))
	}
}

test_allow_what_is_served_serverless if {
	every stage in expect.stages {
		policy.deny == set() with input as object.union(expect.resource("aws_sagemaker_model", stage, {}), served({"serverless_config": [{"memory_size_in_mb": 2048}]}))
	}
}

test_allow_what_is_known_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_sagemaker_model", networked, {"enable_network_isolation": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", networked)
}
