package aws.rds.zones_test

import data.aws.rds.zones as policy
import data.lib.expect

test_deny_one_zone if {
	every stage in expect.stages {
		every after in [{}, {"multi_az": false}] {
			policy.deny == {expect.finding("AWS-RDS-005", "aws_db_instance.it is in one zone only (multi_az)")} with input as expect.production(expect.resource("aws_db_instance", stage, after))
		}
	}
}

test_deny_one_instance if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-RDS-005", "aws_rds_cluster.it has one instance only")} with input as expect.production(expect.linked("aws_rds_cluster", stage, {}, {"instances": [expect.link("aws_rds_cluster_instance", {})]}))
	}
}

test_allow_two_zones if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.production(expect.resource("aws_db_instance", stage, {"multi_az": true}))
	}
}

test_allow_a_replica if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.production(expect.resource("aws_db_instance", stage, {"replicate_source_db": "orders"}))
	}
}

test_allow_development if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_db_instance", stage, {})
	}
}

test_allow_two_instances if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.production(expect.linked("aws_rds_cluster", stage, {}, {"instances": [expect.link("aws_rds_cluster_instance", {}), expect.link("aws_rds_cluster_instance", {})]}))
	}
}

test_allow_instances_of_another_stack if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.production(expect.resource("aws_rds_cluster", stage, {}))
	}
}

test_allow_a_cluster_with_a_class if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.production(expect.linked("aws_rds_cluster", stage, {"db_cluster_instance_class": "db.m6gd.large"}, {"instances": [expect.link("aws_rds_cluster_instance", {})]}))
	}
}

test_allow_one_instance_in_development if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_rds_cluster", stage, {}, {"instances": [expect.link("aws_rds_cluster_instance", {})]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-RDS-005", "aws_db_instance.it is in one zone only (multi_az)")} with input as expect.production(expect.unknown("aws_db_instance", {}, {"multi_az": true}))
}

test_allow_other_types if {
	policy.deny == set() with input as expect.production(expect.resource("random_id", "synth", {}))
	policy.deny == set() with input as expect.production(expect.resource("random_id", "synth", {"multi_az": false}))
	policy.deny == set() with input as expect.production(expect.linked("random_id", "synth", {}, {"instances": [expect.link("aws_rds_cluster_instance", {})]}))
}
