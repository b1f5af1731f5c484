package aws.cost.volumes_test

import data.aws.cost.volumes as policy
import data.lib.expect

test_deny_a_gp2 if {
	every stage in expect.stages {
		every type in ["aws_instance", "aws_launch_template", "aws_db_instance"] {
			every after in [
				{"type": "gp2"},
				{"storage_type": "gp2"},
				{"root_block_device": [{"volume_type": "gp2"}]},
				{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "gp2"}]},
				{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "gp2"}]}]},
				{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": {"volume_type": "gp2"}}]},
			] {
				policy.deny == {expect.violation("AWS-COST-004", $"{type}.it has a disk of type gp2; gp3 does the same for less, or more for the same")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_a_volume_that_is_a_gp2 if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-COST-004", "aws_ebs_volume.it has a disk of type gp2; gp3 does the same for less, or more for the same")} with input as expect.resource("aws_ebs_volume", stage, {"type": "gp2"})
	}
}

test_deny_an_io1 if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-COST-004", "aws_ebs_volume.it has a disk of type io1; io2 does the same for less, or more for the same")} with input as expect.resource("aws_ebs_volume", stage, {"type": "io1"})
	}
}

test_deny_a_magnetic_disk if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-COST-004", "aws_ebs_volume.it has a disk of type standard; gp3 does the same for less, or more for the same")} with input as expect.resource("aws_ebs_volume", stage, {"type": "standard"})
	}
}

test_deny_a_volume_without_a_type if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-COST-004", "aws_ebs_volume.it has a disk of no stated type, which is a gp2; gp3 does the same for less")} with input as expect.resource("aws_ebs_volume", stage, {})
	}
}

test_deny_is_a_finding_when_the_type_is_unknown if {
	policy.deny == {expect.finding("AWS-COST-004", "aws_ebs_volume.it has a disk of no stated type, which is a gp2; gp3 does the same for less")} with input as expect.unknown("aws_ebs_volume", {}, {"type": true})
}

test_allow_what_costs_no_more_than_it_must if {
	every stage in expect.stages {
		every type in ["aws_instance", "aws_launch_template", "aws_db_instance"] {
			every after in [
				{"type": "gp3"},
				{"storage_type": "gp3"},
				{"root_block_device": [{"volume_type": "gp3"}]},
				{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "gp3"}]},
				{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "gp3"}]}]},
				{"type": "io2"},
				{"storage_type": "io2"},
				{"root_block_device": [{"volume_type": "io2"}]},
				{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "io2"}]},
				{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "io2"}]}]},
				{},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_volume_that_costs_no_more_than_it_must if {
	every stage in expect.stages {
		every after in [{"type": "gp3"}, {"type": "io2"}, {"type": "st1"}] {
			policy.deny == set() with input as expect.resource("aws_ebs_volume", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [
		{"type": "gp2"},
		{"storage_type": "gp2"},
		{"root_block_device": [{"volume_type": "gp2"}]},
		{"ebs_block_device": [{"volume_type": "gp3"}, {"volume_type": "gp2"}]},
		{"block_device_mappings": [{"ebs": [{"volume_type": "gp3"}]}, {"ebs": [{"volume_type": "gp2"}]}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.resource("random_id", "plan", {"type": "gp2"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"type": "io1"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"type": "standard"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"type": true})
}
