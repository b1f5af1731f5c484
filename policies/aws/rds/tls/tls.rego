# METADATA
# title: Databases refuse plaintext
# description: "A parameter switches off what RDS demands by itself: that who connects encrypts."
# custom:
#   id: AWS-RDS-008
#   severity: high
#   types: [aws_db_parameter_group, aws_rds_cluster_parameter_group]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_69]
#   controls: [NIST-SC-8]
#   fix: "Leave the parameter out, or set `rds.force_ssl` to 1 and `require_secure_transport` to ON."
#   unknown: defer
package aws.rds.tls

import data.lib.report

types := {"aws_db_parameter_group", "aws_rds_cluster_parameter_group"}

deny contains report.violation(rego.metadata.chain(), $"{input.address} takes connections in plaintext ({parameter.name})") if {
	types[input.type]
	some parameter in input.after.parameter
	off[parameter.name][lower($"{parameter.value}")]
}

off := {
	"rds.force_ssl": {"0", "off", "false"},
	"require_secure_transport": {"0", "off", "false"},
}
