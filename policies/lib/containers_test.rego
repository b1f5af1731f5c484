package lib.containers_test

import data.lib.containers

test_all_containers_wherever_they_stand if {
	containers.all == {{"name": "a"}, {"name": "b"}} with input as {"after": {"container_definitions": `[{"name": "a"}, {"name": "b"}]`}}
	containers.all == {{"image": "a"}} with input as {"after": {"container_properties": `{"image": "a"}`}}
	containers.all == {{"image": "a"}} with input as {"after": {"node_properties": `{"nodeRangeProperties": [{"container": {"image": "a"}}]}`}}
	containers.all == {{"name": "a"}} with input as {"after": {"ecs_properties": `{"taskProperties": [{"containers": [{"name": "a"}]}]}`}}
}

test_no_containers if {
	every after in [{}, {"container_definitions": "(sensitive)"}, {"container_properties": "[]"}] {
		containers.all == set() with input as {"after": after}
	}
}

test_a_name if {
	containers.name({"name": "a"}) == "a"
	containers.name({}) == "its container"
}

test_a_version if {
	every image in ["a:1", "localhost:5000/a:1.2", "a@sha256:0", "r/a:latest-1"] {
		containers.versioned(image)
	}
	every image in ["a", "a:latest", "localhost:5000/a", "r:1/a"] {
		not containers.versioned(image)
	}
}
