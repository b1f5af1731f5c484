# Which resource is linked to which, by the rows of the table of relations.
package lib.plan

import data.lib.relations

# Links, depth by depth: a deeper row carries the shallower links of the other end.
links := {n: named |
	some n in ((object.keys(links1) | object.keys(links2)) | object.keys(links3))
	named := object.union_n([object.get(links1, n, {}), object.get(links2, n, {}), object.get(links3, n, {})])
}

links1 := at_depth(1, {})

links2 := at_depth(2, links1)

links3 := at_depth(3, {n: object.union(object.get(links1, n, {}), object.get(links2, n, {})) |
	some n in (object.keys(links1) | object.keys(links2))
})

at_depth(depth, below) := {n: named |
	some n in {holder.n | some holder in pairs; relations.table[holder.row].depth == depth}
	named := {name: ends |
		some name in {relations.table[pair.row].name | some pair in pairs_of[n]; relations.table[pair.row].depth == depth}
		ends := [link(pair, below) |
			some pair in pairs_of[n]
			relations.table[pair.row].depth == depth
			relations.table[pair.row].name == name
		]
	}
}

link(pair, below) := {
	"address": plain[pair.other].address,
	"after": object.filter(plain[pair.other].after, relations.table[pair.row].carries),
	"unknown": object.filter(plain[pair.other].unknown, relations.table[pair.row].carries),
	"links": object.get(below, pair.other, {}),
}

# Which resource holds a link to which other one, by which row of the table.
pairs_of := {n: held |
	some first in pairs
	n := first.n
	held := [pair | some pair in pairs; pair.n == n]
}

pairs := {pair |
	some row, relation in relations.table
	some from in object.get(by_type, relation.from, [])
	not plain[from].gone
	some to in targets(row, from)
	pair := holder(relation, row, from, to)
}

holder(relation, row, from, to) := {"n": from, "other": to, "row": row} if relation.on == "from"

holder(relation, row, from, to) := {"n": to, "other": from, "row": row} if relation.on == "to"

# Resources a link of which nobody can resolve: it goes through a variable or a module's output.
unresolved := {n: names |
	some n in {pair[0] | some pair in open_pairs}
	names := {pair[1]: true | some pair in open_pairs; pair[0] == n}
}

open_pairs := {[n, relation.name] |
	some row, relation in relations.table
	some from in object.get(by_type, relation.from, [])
	not plain[from].gone
	count(targets(row, from)) == 0
	some reference in references(row, from)
	regex.match(`^(var|local|module|each|count|self)\.`, reference)
	some n in holders(relation, from)
}

holders(relation, from) := [from] if relation.on == "from"

holders(relation, _) := [n | some n in object.get(by_type, relation.to, []); not plain[n].gone] if relation.on == "to"
