# METADATA
# title: Databases have no address on the internet
# description: "A database on the internet is one password away from everybody; a network of `0.0.0.0/0` opens it to all."
# custom:
#   id: GCP-SQL-002
#   severity: critical
#   types: [google_sql_database_instance]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_11, CKV_GCP_60, GCP-0017]
#   controls: [CIS-GCP-6.5, CIS-GCP-6.6, NIST-SC-7]
#   fix: "Set `settings.ip_configuration.ipv4_enabled` to false and `private_network` to the network, or use Private Service Connect."
#   unknown: defer
package google.sql.public

import data.lib.firewall
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has an address on the internet (ip_configuration.ipv4_enabled)") if {
	input.type == "google_sql_database_instance"
	not input.after.settings[0].ip_configuration[0].ipv4_enabled == false
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets in the whole internet ({network})") if {
	input.type == "google_sql_database_instance"
	network := input.after.settings[0].ip_configuration[0].authorized_networks[_].value
	firewall.everywhere[network]
}
