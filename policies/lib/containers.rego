# METADATA
# description: |
#   The containers that a task of ECS or a job of Batch runs: they stand in texts, as JSON.
package lib.containers

import data.lib.text

all contains container if some container in text.objects(input.after.container_definitions)

all contains text.object(input.after.container_properties)

all contains text.object(input.after.node_properties).nodeRangeProperties[_].container

all contains text.object(input.after.ecs_properties).taskProperties[_].containers[_]

# A container of Batch has none.
name(container) := object.get(container, "name", "its container")

# Whether an image is named by a tag of its own or by a digest (`@sha256:…`), which has a colon too.
versioned(image) if {
	parts := split(image, "/")
	last := parts[count(parts) - 1]
	contains(last, ":")
	not endswith(last, ":latest")
}
