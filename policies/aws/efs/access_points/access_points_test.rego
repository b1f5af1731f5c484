package aws.efs.access_points_test

import data.aws.efs.access_points as policy
import data.lib.expect

good := {"posix_user": [{"uid": 1000, "gid": 1000}], "root_directory": [{"path": "/shared"}]}

shows := expect.finding("AWS-EFS-004", "aws_efs_access_point.it shows every file (root_directory)")

lets := expect.finding("AWS-EFS-004", "aws_efs_access_point.it lets who comes say who they are (posix_user)")

test_deny_neither if {
	every stage in expect.stages {
		policy.deny == {shows, lets} with input as expect.resource("aws_efs_access_point", stage, {})
	}
}

test_deny_the_root if {
	every stage in expect.stages {
		every root in [[], [{"path": "/"}], [{"creation_info": []}]] {
			policy.deny == {shows} with input as expect.resource("aws_efs_access_point", stage, object.union(good, {"root_directory": root}))
		}
	}
}

test_deny_no_owner if {
	every stage in expect.stages {
		policy.deny == {lets} with input as expect.resource("aws_efs_access_point", stage, object.union(good, {"posix_user": []}))
	}
}

test_allow_one_directory_of_one_owner if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_efs_access_point", stage, good)
	}
}

test_allow_blocks_that_are_written_as_objects if {
	policy.deny == set() with input as expect.resource("aws_efs_access_point", "synth", {"posix_user": {"uid": 1000, "gid": 1000}, "root_directory": {"path": "/shared"}})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
