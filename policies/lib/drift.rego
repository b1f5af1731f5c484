# METADATA
# description: What was changed outside of Terraform, as `gate/input/drift.ts` finds it in raw plan JSON.
package lib.drift

import data.lib.plan
import data.lib.pseudo

drifted := [one |
	plan.is_plan
	some entry in pseudo.list(object.get(input, "resource_drift", []))
	not entry.mode == "data"
	change := planned[object.get(entry, "address", "")]
	one := facts(entry, change)
]

planned := {address: change |
	some address, n in last
	change := pseudo.whole[n].change
}

# The last of equal addresses wins, as in the driver.
last := {address: max(numbers) |
	some first in pseudo.whole
	address := object.get(first, "address", "")
	numbers := [n |
		some n, entry in pseudo.whole
		object.get(entry, "address", "") == address
		not entry.deposed
	]
	count(numbers) > 0
}

facts(entry, change) := {
	"address": entry.address,
	"remade": remade(entry, change),
	"reverted": sort(changed & reverted),
	"kept": sort(changed - reverted),
} if {
	before := object_at(entry.change, "before")
	changed := differing(before, object.get(entry.change, "after", null))
	reverted := {name | some name in changed; is_reverted(before, change, name)}
}

default remade(_, _) := false

remade(entry, change) if {
	not is_object(object.get(entry.change, "after", null))
	"create" in change.actions
}

object_at(change, name) := value if {
	value := change[name]
	is_object(value)
} else := {}

# What is gone differs in nothing.
default differing(_, _) := set()

differing(before, now) := {name |
	some name in (object.keys(before) | object.keys(now))
	not same(before, now, name)
} if {
	is_object(now)
}

is_reverted(before, change, name) if {
	change.after[name] != "no such value"
	same(change.after, before, name)
}

# Nothing, null and an empty value are one: providers write either.
same(a, b, name) if spelled(object.get(a, name, null)) == spelled(object.get(b, name, null))

spelled(value) := null if {
	{null, "", [], {}}[value]
} else := value

# What is worth telling: drift that the plan undoes, and drift for which a rule denies.
told contains {"address": one.address, "message": $"{one.address} was deleted outside of Terraform; this plan creates it again"} if {
	some one in drifted
	one.remade
}

told contains {"address": one.address, "message": $"{one.address} was changed outside of Terraform ({names}); this plan reverts it"} if {
	some one in drifted
	count(one.reverted) > 0
	names := concat(", ", one.reverted)
}
