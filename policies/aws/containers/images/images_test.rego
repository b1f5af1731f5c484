package aws.containers.images_test

import data.aws.containers.images as policy
import data.lib.expect

types := ["aws_ecs_task_definition", "aws_batch_job_definition"]

test_deny_latest if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"image\":\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:latest\"}]"},
				{"container_properties": "{\"name\":\"web\",\"image\":\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:latest\"}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"image\":\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:latest\"}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"image\":\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:latest\"}]}]}"},
			] {
				policy.deny == {expect.violation("AWS-CONTAINERS-003", $"{type}.it runs 111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:latest, which names no version")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_no_tag if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"image\":\"localhost:5000/web\"}]"},
				{"container_properties": "{\"name\":\"web\",\"image\":\"localhost:5000/web\"}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"image\":\"localhost:5000/web\"}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"image\":\"localhost:5000/web\"}]}]}"},
			] {
				policy.deny == {expect.violation("AWS-CONTAINERS-003", $"{type}.it runs localhost:5000/web, which names no version")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_a_repository_without_a_tag if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}\"}]"},
				{"container_properties": "{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}\"}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}\"}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}\"}]}]}"},
			] {
				policy.deny == {expect.violation("AWS-CONTAINERS-003", $"{type}.it runs $\{aws_ecr_repository.web.repository_url}, which names no version")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_version if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"image\":\"localhost:5000/web:1.2.3\"}]"},
				{"container_properties": "{\"name\":\"web\",\"image\":\"localhost:5000/web:1.2.3\"}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"image\":\"localhost:5000/web:1.2.3\"}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"image\":\"localhost:5000/web:1.2.3\"}]}]}"},
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"image\":\"web@sha256:0\"}]"},
				{"container_properties": "{\"name\":\"web\",\"image\":\"web@sha256:0\"}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"image\":\"web@sha256:0\"}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"image\":\"web@sha256:0\"}]}]}"},
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}:1.2.3\"}]"},
				{"container_properties": "{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}:1.2.3\"}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}:1.2.3\"}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}:1.2.3\"}]}]}"},
				{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"image\":\"${var.image}\"}]"},
				{"container_properties": "{\"name\":\"web\",\"image\":\"${var.image}\"}"},
				{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"image\":\"${var.image}\"}}]}"},
				{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"image\":\"${var.image}\"}]}]}"},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	every after in [
		{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"image\":\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:latest\"}]"},
		{"container_properties": "{\"name\":\"web\",\"image\":\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:latest\"}"},
		{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"image\":\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:latest\"}}]}"},
		{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"image\":\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:latest\"}]}]}"},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	every after in [
		{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"image\":\"localhost:5000/web\"}]"},
		{"container_properties": "{\"name\":\"web\",\"image\":\"localhost:5000/web\"}"},
		{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"image\":\"localhost:5000/web\"}}]}"},
		{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"image\":\"localhost:5000/web\"}]}]}"},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	every after in [
		{"container_definitions": "[{\"name\":\"proxy\"},{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}\"}]"},
		{"container_properties": "{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}\"}"},
		{"node_properties": "{\"nodeRangeProperties\":[{\"targetNodes\":\"0:\",\"container\":{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}\"}}]}"},
		{"ecs_properties": "{\"taskProperties\":[{\"containers\":[{\"name\":\"web\",\"image\":\"${aws_ecr_repository.web.repository_url}\"}]}]}"},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
}
