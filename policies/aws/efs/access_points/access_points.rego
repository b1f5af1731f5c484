# METADATA
# title: Access points show one directory as one owner
# description: "Whoever comes through an access point that says neither sees every file, as whichever user it says that it is."
# custom:
#   id: AWS-EFS-004
#   severity: low
#   types: [aws_efs_access_point]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_329, CKV_AWS_330]
#   controls: [NIST-AC-6]
#   fix: "Set `posix_user`, and a `path` of `root_directory` other than `/`."
#   unknown: defer
package aws.efs.access_points

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} shows every file (root_directory)") if {
	input.type == "aws_efs_access_point"
	not bounded
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets who comes say who they are (posix_user)") if {
	input.type == "aws_efs_access_point"
	not owned
}

bounded if {
	some root in text.list(input.after.root_directory)
	root.path != "/"
}

owned if {
	some user in text.list(input.after.posix_user)
	user.uid
}
