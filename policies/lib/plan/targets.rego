# Which resources an attribute names: by what identifies them, or by a reference.
package lib.plan

import data.lib.relations
import data.lib.text

targets(row, from) := named(row, from) | referenced(row, from)

named(row, from) := {to |
	some value in values_at(plain[from].after, relations.table[row].via)
	some said in strings_in(value)
	name := trim_prefix(said, object.get(relations.table[row], "prefix", ""))
	some by in relations.table[row].by
	some to in identities[[relations.table[row].to, by, name]]
}

identities := {mark: numbers |
	some first in marks
	mark := first[0]
	numbers := [n | some [other, n] in marks; other == mark]
}

marks := {[[type, by, value], n] |
	some relation in relations.table
	type := relation.to
	some by in relation.by
	some n in by_type[type]
	not plain[n].gone
	value := plain[n].after[by]
	value != ""
}

referenced(row, from) := exact if {
	exact := {to | some name in names(row, from); some to in addresses[name]; plain[to].type == relations.table[row].to}
	some name in names(row, from)
	addresses[name]
} else := same if {
	same := {to | some to in instances(row, from); index_of(to) == index_of(from); index_of(to) != ""}
	count(same) > 0
} else := instances(row, from)

instances(row, from) := {to |
	some name in names(row, from)
	some to in blocks[name]
	plain[to].type == relations.table[row].to
}

names(row, from) := {$"{prefix_of(entries[from])}{reference}" |
	some reference in references(row, from)
	not startswith(reference, "data.")
}

references(row, from) := {reference |
	some written in values_at(expressions[block_of(entries[from])], relations.table[row].via)
	some reference in written.references
}

addresses := {address: numbers |
	some first in present
	address := plain[first].address
	numbers := [n | some n in present; plain[n].address == address]
}

present := [n | some n, resource in plain; not resource.gone]

blocks := {block: numbers |
	some first in present
	block := place_of(first)
	numbers := [n | some n in present; place_of(n) == block]
}

place_of(n) := $"{prefix_of(entries[n])}{entries[n].type}.{entries[n].name}"

index_of(n) := trim_prefix(plain[n].address, place_of(n))

values_at(root, via) := [root[via[0]]] if count(via) == 1

values_at(root, via) := [value | some block in root[via[0]]; value := block[via[1]]] if count(via) == 2

values_at(root, via) := [value |
	some block in root[via[0]]
	some inner in block[via[1]]
	value := inner[via[2]]
] if {
	count(via) == 3
}

# A text that is a JSON document is opened.
strings_in(value) := {held |
	walk(opened(value), [_, held])
	is_string(held)
}

opened(value) := document if {
	startswith(value, "{")
	document := text.object(value)
	is_object(document)
} else := value
