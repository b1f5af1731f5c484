# METADATA
# title: State is remote, encrypted and locked
# description: "State holds every value in clear and is lost with the disk it lies on. The backend is never in a plan: it is judged where it is written."
# custom:
#   id: TF-BACKEND-001
#   severity: critical
#   types: [terraform_backend]
#   stages: [synth]
#   aliases: []
#   controls: [NIST-SC-28, NIST-CP-9]
#   fix: "Use the S3 backend with `encrypt` and `use_lockfile`, or the GCS backend."
#   unknown: deny
package terraform.backend

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps the state on one disk") if {
	input.type == "terraform_backend"
	input.after.kind == "local"
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not encrypt the state") if {
	input.type == "terraform_backend"
	input.after.kind == "s3"
	not input.after.encrypt == true
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not lock the state") if {
	input.type == "terraform_backend"
	input.after.kind == "s3"
	not input.after.use_lockfile == true
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} is a backend whose encryption and locks nobody has checked") if {
	input.type == "terraform_backend"
	not checked[input.after.kind]
}

# GCS always encrypts and always locks.
checked := {"gcs", "local", "s3"}
