package aws.cost.provisioned_iops_test

import data.aws.cost.provisioned_iops as policy
import data.lib.expect

types := ["aws_ebs_volume", "aws_instance", "aws_launch_template", "aws_db_instance"]

test_deny_what_a_gp3_has_in_its_price if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"type": "io1", "iops": 3000},
				{"storage_type": "io1", "iops": 3000},
				{"root_block_device": [{"volume_type": "io1", "iops": 3000}]},
				{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "io1", "iops": 3000}]},
				{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "io1", "iops": 3000}]}]},
				{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": {"volume_type": "io1", "iops": 3000}}]},
				{"type": "io2", "iops": 3000},
				{"storage_type": "io2", "iops": 3000},
				{"root_block_device": [{"volume_type": "io2", "iops": 3000}]},
				{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "io2", "iops": 3000}]},
				{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "io2", "iops": 3000}]}]},
			] {
				policy.deny == {expect.finding("AWS-COST-005", $"{type}.it buys 3000 operations a second, which a gp3 has in its price")} with input as expect.production(expect.resource(type, stage, after))
			}
		}
	}
}

test_deny_no_more_than_that_in_development if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-COST-005", "aws_ebs_volume.it buys 3000 operations a second, which a gp3 has in its price")} with input as expect.resource("aws_ebs_volume", stage, {"type": "io2", "iops": 3000})
	}
}

test_deny_more_in_development if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"type": "io2", "iops": 3001},
				{"storage_type": "io2", "iops": 3001},
				{"root_block_device": [{"volume_type": "io2", "iops": 3001}]},
				{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "io2", "iops": 3001}]},
				{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "io2", "iops": 3001}]}]},
			] {
				policy.deny == {expect.finding("AWS-COST-005", $"{type}.it buys 3001 operations a second and is not production")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_more_in_production if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"type": "io2", "iops": 3001},
				{"storage_type": "io2", "iops": 3001},
				{"root_block_device": [{"volume_type": "io2", "iops": 3001}]},
				{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "io2", "iops": 3001}]},
				{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "io2", "iops": 3001}]}]},
			] {
				policy.deny == set() with input as expect.production(expect.resource(type, stage, after))
			}
		}
	}
}

test_allow_more_where_nobody_knows_what_it_is_for if {
	every stage in expect.stages {
		policy.deny == set() with input as object.union(expect.resource("aws_ebs_volume", stage, {"type": "io2", "iops": 3001}), {"stack": null})
	}
}

test_allow_what_has_them_in_its_price if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"type": "gp3", "iops": 3000},
				{"storage_type": "gp3", "iops": 3000},
				{"root_block_device": [{"volume_type": "gp3", "iops": 3000}]},
				{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "gp3", "iops": 3000}]},
				{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "gp3", "iops": 3000}]}]},
				{},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_disk_that_several_machines_share if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_ebs_volume", stage, {"type": "io2", "iops": 3000, "multi_attach_enabled": true})
	}
}

test_allow_a_sensitive_number if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_ebs_volume", stage, {"type": "io2", "iops": "(sensitive)"})
	}
}

test_allow_other_types if {
	every after in [
		{"type": "io1", "iops": 3000},
		{"storage_type": "io1", "iops": 3000},
		{"root_block_device": [{"volume_type": "io1", "iops": 3000}]},
		{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "io1", "iops": 3000}]},
		{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "io1", "iops": 3000}]}]},
		{"type": "io2", "iops": 3000},
		{"storage_type": "io2", "iops": 3000},
		{"root_block_device": [{"volume_type": "io2", "iops": 3000}]},
		{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "io2", "iops": 3000}]},
		{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "io2", "iops": 3000}]}]},
	] {
		policy.deny == set() with input as expect.production(expect.resource("random_id", "plan", after))
	}
	policy.deny == set() with input as expect.resource("random_id", "plan", {"type": "io2", "iops": 3000})
	every after in [
		{"type": "io2", "iops": 3001},
		{"storage_type": "io2", "iops": 3001},
		{"root_block_device": [{"volume_type": "io2", "iops": 3001}]},
		{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "io2", "iops": 3001}]},
		{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "io2", "iops": 3001}]}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
}
