# METADATA
# title: Connections to a database are encrypted
# description: Without it whoever is on the way reads queries, results and passwords.
# custom:
#   id: GCP-SQL-001
#   severity: high
#   types: [google_sql_database_instance]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_6, GCP-0015]
#   controls: [CIS-GCP-6.4, NIST-SC-8]
#   fix: "Set `settings.ip_configuration.ssl_mode` to `ENCRYPTED_ONLY`."
#   unknown: defer
package google.sql.tls

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} takes connections in clear (ip_configuration.ssl_mode)") if {
	input.type == "google_sql_database_instance"
	not encrypted
}

encrypted if {"ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"}[input.after.settings[0].ip_configuration[0].ssl_mode]
