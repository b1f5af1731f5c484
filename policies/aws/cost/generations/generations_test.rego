package aws.cost.generations_test

import data.aws.cost.generations as policy
import data.lib.expect

types := ["aws_instance", "aws_launch_template", "aws_db_instance", "aws_rds_cluster_instance", "aws_elasticache_cluster", "aws_elasticache_replication_group"]

test_deny_an_old_machine if {
	every stage in expect.stages {
		every type in ["aws_instance", "aws_launch_template"] {
			policy.deny == {expect.violation("AWS-COST-001", $"{type}.it is a t2.micro, which a later family does for less")} with input as expect.resource(type, stage, {"instance_type": "t2.micro"})
		}
	}
}

test_deny_an_old_database if {
	every stage in expect.stages {
		every type in ["aws_db_instance", "aws_rds_cluster_instance"] {
			policy.deny == {expect.violation("AWS-COST-001", $"{type}.it is a db.m4.large, which a later family does for less")} with input as expect.resource(type, stage, {"instance_class": "db.m4.large"})
		}
	}
}

test_deny_an_old_cache if {
	every stage in expect.stages {
		every type in ["aws_elasticache_cluster", "aws_elasticache_replication_group"] {
			policy.deny == {expect.violation("AWS-COST-001", $"{type}.it is a cache.r3.large, which a later family does for less")} with input as expect.resource(type, stage, {"node_type": "cache.r3.large"})
		}
	}
}

test_allow_a_later_family if {
	every stage in expect.stages {
		every type in types {
			every after in [{"instance_type": "t4g.micro"}, {"instance_class": "db.serverless"}, {"node_type": "cache.r7g.large"}, {}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"instance_type": "t2.micro"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"instance_class": "db.m4.large"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"node_type": "cache.r3.large"})
}
