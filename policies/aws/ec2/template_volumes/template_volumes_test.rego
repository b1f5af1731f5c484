package aws.ec2.template_volumes_test

import data.aws.ec2.template_volumes as policy
import data.lib.expect

test_deny_a_plain_disk if {
	every stage in expect.stages {
		every after in [
			{"block_device_mappings": [{"device_name": "/dev/sda1", "ebs": [{"encrypted": "true"}]}, {"device_name": "/dev/xvda", "ebs": [{}]}]},
			{"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{"encrypted": "false"}]}]},
			{"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{"encrypted": false}]}]},
			{"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": {"encrypted": "false"}}]},
		] {
			policy.deny == {expect.finding("AWS-EC2-006", "aws_launch_template.it makes the disk /dev/xvda without encryption")} with input as expect.resource("aws_launch_template", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-EC2-006", "aws_launch_template.it makes the disk /dev/xvda without encryption")} with input as expect.unknown("aws_launch_template", {"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{}]}]}, {"block_device_mappings": [{"ebs": [{"encrypted": true}]}]})
}

test_allow_disks_that_are_encrypted if {
	every stage in expect.stages {
		every after in [
			{"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{"encrypted": "true"}]}]},
			{"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{"encrypted": true}]}]},
			{"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": {"encrypted": "true"}}]},
			{},
		] {
			policy.deny == set() with input as expect.resource("aws_launch_template", stage, after)
		}
	}
}

test_allow_what_is_no_disk if {
	every stage in expect.stages {
		every after in [
			{"block_device_mappings": [{"device_name": "/dev/xvda", "no_device": ""}]},
			{"block_device_mappings": [{"device_name": "/dev/xvda", "virtual_name": "ephemeral0"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_launch_template", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [
		{"block_device_mappings": [{"device_name": "/dev/sda1", "ebs": [{"encrypted": "true"}]}, {"device_name": "/dev/xvda", "ebs": [{}]}]},
		{"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{"encrypted": "false"}]}]},
		{"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{"encrypted": false}]}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{}]}]}, {"block_device_mappings": [{"ebs": [{"encrypted": true}]}]})
}
