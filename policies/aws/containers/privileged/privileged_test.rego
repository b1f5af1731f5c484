package aws.containers.privileged_test

import data.aws.containers.privileged as policy
import data.lib.expect

types := ["aws_ecs_task_definition", "aws_batch_job_definition"]

test_deny_a_privileged_container if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"privileged\":true}]"},
				{"container_properties": "{\"name\":\"web\",\"privileged\":true}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"privileged\":true}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"privileged\":true}]}]}"},
			] {
				policy.deny == {expect.violation("AWS-CONTAINERS-001", $"{type}.it runs web privileged")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_a_privileged_container_without_a_name if {
	every stage in expect.stages {
		every type in types {
			policy.deny == {expect.violation("AWS-CONTAINERS-001", $"{type}.it runs its container privileged")} with input as expect.resource(type, stage, {"container_properties": "{\"privileged\":true}"})
		}
	}
}

test_allow_a_container_among_others if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"privileged\":false}]"},
				{"container_properties": "{\"name\":\"web\",\"privileged\":false}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"privileged\":false}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"privileged\":false}]}]}"},
				{},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	every after in [
		{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"privileged\":true}]"},
		{"container_properties": "{\"name\":\"web\",\"privileged\":true}"},
		{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"privileged\":true}}]}"},
		{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"privileged\":true}]}]}"},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.resource("random_id", "plan", {"container_properties": "{\"privileged\":true}"})
}
