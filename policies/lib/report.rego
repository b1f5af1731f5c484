# METADATA
# description: |
#   The shape of a finding. Identity (id, severity, fix) stays in METADATA; a finding carries the id and says what is wrong.
package lib.report

# A claim that something is missing. It is withdrawn to "undetermined" when a value
# the rule reads is known only after apply, because that value may supply it.
finding(chain, message) := {"certain": false, "id": id(chain), "message": message}

# A claim about a value that was read: it stands whatever else is unknown.
violation(chain, message) := {"certain": true, "id": id(chain), "message": message}

id(chain) := chain[_].annotations.custom.id
