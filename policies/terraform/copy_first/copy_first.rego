# METADATA
# title: What holds state is not replaced by an empty copy
# description: "`create_before_destroy` makes a replacement smooth, and so makes it easy to miss that the new one is empty."
# custom:
#   id: TF-LIFECYCLE-003
#   severity: low
#   types: [terraform_lifecycle]
#   stages: [synth]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Leave `create_before_destroy` out, or set `prevent_destroy`."
#   unknown: defer
package terraform.copy_first

import data.lib.report
import data.lib.stateful

deny contains report.violation(rego.metadata.chain(), $"{input.address} makes an empty copy before it destroys what holds state") if {
	stateful.types[input.after.type]
	input.after.create_before_destroy == true
	not input.after.prevent_destroy == true
}
