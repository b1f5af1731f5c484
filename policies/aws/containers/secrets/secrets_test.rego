package aws.containers.secrets_test

import data.aws.containers.secrets as policy
import data.lib.expect

types := ["aws_ecs_task_definition", "aws_batch_job_definition"]

test_deny_a_password if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"environment\":[{\"name\":\"SERVICE\",\"value\":\"web\"},{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2\"}]}]"},
				{"container_properties": "{\"name\":\"web\",\"environment\":[{\"name\":\"SERVICE\",\"value\":\"web\"},{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2\"}]}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"environment\":[{\"name\":\"SERVICE\",\"value\":\"web\"},{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2\"}]}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"environment\":[{\"name\":\"SERVICE\",\"value\":\"web\"},{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2\"}]}]}]}"},
			] {
				policy.deny == {expect.violation("AWS-CONTAINERS-002", $"{type}.it keeps a secret in the environment variable DB_PASSWORD of web")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_a_key_by_its_look if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"environment\":[{\"name\":\"MAPS\",\"value\":\"AIzaSyA-1\"}]}]"},
				{"container_properties": "{\"name\":\"web\",\"environment\":[{\"name\":\"MAPS\",\"value\":\"AIzaSyA-1\"}]}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"environment\":[{\"name\":\"MAPS\",\"value\":\"AIzaSyA-1\"}]}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"environment\":[{\"name\":\"MAPS\",\"value\":\"AIzaSyA-1\"}]}]}]}"},
			] {
				policy.deny == {expect.violation("AWS-CONTAINERS-002", $"{type}.it keeps a secret in the environment variable MAPS of web")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_the_name_of_a_secret if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"environment\":[{\"name\":\"DB_PASSWORD_NAME\",\"value\":\"orders-db\"},{\"name\":\"TOKEN\",\"value\":\"${random_id.it.hex}\"}],\"secrets\":[{\"name\":\"DB_PASSWORD\",\"valueFrom\":\"arn:aws:ssm:eu-west-1:111111111111:parameter/db\"}]}]"},
				{"container_properties": "{\"name\":\"web\",\"environment\":[{\"name\":\"DB_PASSWORD_NAME\",\"value\":\"orders-db\"},{\"name\":\"TOKEN\",\"value\":\"${random_id.it.hex}\"}],\"secrets\":[{\"name\":\"DB_PASSWORD\",\"valueFrom\":\"arn:aws:ssm:eu-west-1:111111111111:parameter/db\"}]}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"environment\":[{\"name\":\"DB_PASSWORD_NAME\",\"value\":\"orders-db\"},{\"name\":\"TOKEN\",\"value\":\"${random_id.it.hex}\"}],\"secrets\":[{\"name\":\"DB_PASSWORD\",\"valueFrom\":\"arn:aws:ssm:eu-west-1:111111111111:parameter/db\"}]}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"environment\":[{\"name\":\"DB_PASSWORD_NAME\",\"value\":\"orders-db\"},{\"name\":\"TOKEN\",\"value\":\"${random_id.it.hex}\"}],\"secrets\":[{\"name\":\"DB_PASSWORD\",\"valueFrom\":\"arn:aws:ssm:eu-west-1:111111111111:parameter/db\"}]}]}]}"},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	every after in [
		{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"environment\":[{\"name\":\"SERVICE\",\"value\":\"web\"},{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2\"}]}]"},
		{"container_properties": "{\"name\":\"web\",\"environment\":[{\"name\":\"SERVICE\",\"value\":\"web\"},{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2\"}]}"},
		{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"environment\":[{\"name\":\"SERVICE\",\"value\":\"web\"},{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2\"}]}}]}"},
		{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"environment\":[{\"name\":\"SERVICE\",\"value\":\"web\"},{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2\"}]}]}]}"},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	every after in [
		{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"environment\":[{\"name\":\"MAPS\",\"value\":\"AIzaSyA-1\"}]}]"},
		{"container_properties": "{\"name\":\"web\",\"environment\":[{\"name\":\"MAPS\",\"value\":\"AIzaSyA-1\"}]}"},
		{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"environment\":[{\"name\":\"MAPS\",\"value\":\"AIzaSyA-1\"}]}}]}"},
		{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"environment\":[{\"name\":\"MAPS\",\"value\":\"AIzaSyA-1\"}]}]}]}"},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
}
