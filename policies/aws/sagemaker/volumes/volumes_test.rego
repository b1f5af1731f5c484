package aws.sagemaker.volumes_test

import data.aws.sagemaker.volumes as policy
import data.lib.expect

on(type) := {"production_variants": [{"variant_name": "live", "instance_type": type}]}

message := "aws_sagemaker_endpoint_configuration.it does not encrypt its disks with a customer key (kms_key_arn)"

test_deny_disks_under_a_key_of_aws if {
	every stage in expect.stages {
		every type in ["ml.c7i.large", "ml.m5.xlarge", "ml.inf2.xlarge", "ml.p3.2xlarge"] {
			policy.deny == {expect.finding("AWS-SAGEMAKER-001", message)} with input as expect.resource("aws_sagemaker_endpoint_configuration", stage, on(type))
		}
	}
}

test_allow_a_customer_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sagemaker_endpoint_configuration", stage, object.union(on("ml.c7i.large"), {"kms_key_arn": "arn:aws:kms:eu-west-1:111111111111:key/a"}))
	}
}

test_allow_disks_of_the_instance_and_none if {
	every stage in expect.stages {
		every type in ["ml.g5.xlarge", "ml.g6e.2xlarge", "ml.m5d.large", "ml.c6id.large", "ml.g4dn.xlarge", "ml.p4d.24xlarge", "ml.trn1.2xlarge"] {
			policy.deny == set() with input as expect.resource("aws_sagemaker_endpoint_configuration", stage, on(type))
		}
		policy.deny == set() with input as expect.resource("aws_sagemaker_endpoint_configuration", stage, {"production_variants": [{"serverless_config": [{"memory_size_in_mb": 2048}]}]})
	}
}

test_allow_a_key_that_is_known_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_sagemaker_endpoint_configuration", on("ml.c7i.large"), {"kms_key_arn": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", on("ml.c7i.large"))
}
