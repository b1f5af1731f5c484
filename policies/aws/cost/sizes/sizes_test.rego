package aws.cost.sizes_test

import data.aws.cost.sizes as policy
import data.lib.expect

types := ["aws_instance", "aws_launch_template", "aws_db_instance", "aws_rds_cluster_instance", "aws_elasticache_cluster", "aws_elasticache_replication_group"]

test_deny_a_large_machine if {
	every stage in expect.stages {
		every type in ["aws_instance", "aws_launch_template"] {
			policy.deny == {expect.violation("AWS-COST-002", $"{type}.it is a m7g.4xlarge and not production (2xlarge is usual at most)")} with input as expect.resource(type, stage, {"instance_type": "m7g.4xlarge"})
		}
	}
}

test_deny_a_large_database if {
	every stage in expect.stages {
		every type in ["aws_db_instance", "aws_rds_cluster_instance"] {
			policy.deny == {expect.violation("AWS-COST-002", $"{type}.it is a db.r7g.8xlarge and not production (2xlarge is usual at most)")} with input as expect.resource(type, stage, {"instance_class": "db.r7g.8xlarge"})
		}
	}
}

test_deny_a_large_cache if {
	every stage in expect.stages {
		every type in ["aws_elasticache_cluster", "aws_elasticache_replication_group"] {
			policy.deny == {expect.violation("AWS-COST-002", $"{type}.it is a cache.r7g.12xlarge and not production (2xlarge is usual at most)")} with input as expect.resource(type, stage, {"node_type": "cache.r7g.12xlarge"})
		}
	}
}

test_allow_a_small_machine if {
	every stage in expect.stages {
		every type in types {
			every after in [{"instance_type": "m7g.2xlarge"}, {"instance_class": "db.r7g.large"}, {"node_type": "cache.t4g.micro"}, {}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_production if {
	every stage in expect.stages {
		every type in types {
			every after in [{"instance_type": "m7g.4xlarge"}, {"instance_class": "db.r7g.8xlarge"}, {"node_type": "cache.r7g.12xlarge"}] {
				policy.deny == set() with input as expect.production(expect.resource(type, stage, after))
			}
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"instance_type": "m7g.4xlarge"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"instance_class": "db.r7g.8xlarge"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"node_type": "cache.r7g.12xlarge"})
}
