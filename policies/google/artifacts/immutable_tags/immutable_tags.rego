# METADATA
# title: A tag stays where it is
# description: "A tag that can be moved brings other code under a name that was judged. The builds of functions move tags: their repositories cannot be immutable."
# custom:
#   id: GCP-ARTIFACTS-002
#   severity: low
#   types: [google_artifact_registry_repository]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-2]
#   fix: "Set `docker_config.immutable_tags` to true."
#   unknown: defer
package google.artifacts.immutable_tags

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets tags be moved (docker_config.immutable_tags)") if {
	input.type == "google_artifact_registry_repository"
	input.after.format == "DOCKER"
	not elsewhere
	not input.after.docker_config[0].immutable_tags
	not built_into
}

built_into if input.links.functions[0]

elsewhere if {"REMOTE_REPOSITORY", "VIRTUAL_REPOSITORY"}[input.after.mode]
