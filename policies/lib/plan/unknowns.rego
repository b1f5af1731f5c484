# The tree of unknowns that rules ask, made of the paths to them: it has `true` at each. Rules read three
# levels of it at most; a path through a list becomes a list of one, so that an index of 0 finds it.
package lib.plan

tree(paths) := {name: branch([path | some path in paths; path[0] == name]) |
	some name in {path[0] | some path in paths}
}

branch(paths) if whole(paths)

branch(paths) := [{name: leaf([path | some path in paths; path[2] == name]) | some name in {path[2] | some path in paths}}] if {
	not whole(paths)
	not element(paths)
	some path in paths
	is_number(path[1])
}

branch(paths) := [true] if {
	not whole(paths)
	element(paths)
}

branch(paths) := {path[1]: true | some path in paths} if {
	not whole(paths)
	every path in paths {
		is_string(path[1])
	}
}

whole(paths) if {
	some path in paths
	count(path) == 1
}

# Of a list of texts, or a whole block of a list.
element(paths) if {
	some path in paths
	count(path) == 2
	is_number(path[1])
}

leaf(paths) if {
	some path in paths
	count(path) == 3
} else := [{path[4]: true | some path in paths}] if {
	every path in paths {
		is_number(path[3])
		is_string(path[4])
	}
} else := [true]
