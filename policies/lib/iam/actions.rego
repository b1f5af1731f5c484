package lib.iam

import data.lib.text

# Actions of Allow statements that no one has named one by one.
wildcard_actions(statement) := {action |
	some action in text.list(statement.action)
	text.matches_many(action)
} | {$"all but {name}" | some name in text.list(statement.notaction)}

# What a document allows of a catalogue (an object with lower-case actions as keys): each action
# with the resource it is allowed on and the statement that does.
granted(document, catalogue) := [grant |
	some statement in document.allows
	some grant in grants(statement, resource_patterns(statement), catalogue, document.denies)
]

# The same on whatever there is: the resource is a wildcard, and no condition says which ones are meant.
# Resources first: few statements get as far as the catalogue.
granted_widely(document, catalogue) := [grant |
	some statement in document.allows
	everything := [resource | some resource in resource_patterns(statement); wide(resource)]
	count(everything) > 0
	not chosen(statement)
	some grant in grants(statement, everything, catalogue, document.denies)
]

grants(statement, resources, catalogue, denies) := [grant |
	hits := [deny | some deny in denies; same_principals(deny, statement)]
	some action in actions_among(statement, catalogue)
	some resource in resources
	not taken(hits, action, resource)
	grant := {"action": action, "resource": resource, "statement": statement}
]

# A look-up for what is named, a search for what is meant by a pattern.
actions_among(statement, catalogue) := (named_among(statement, catalogue) | fitting_among(statement, catalogue)) | left_among(statement, catalogue)

named_among(statement, catalogue) := {action |
	some name in text.list(statement.action)
	action := lower(name)
	catalogue[action]
}

fitting_among(statement, catalogue) := {action |
	some pattern in text.list(statement.action)
	text.matches_many(pattern)
	some action, _ in catalogue
	text.like(lower(pattern), action)
}

left_among(statement, catalogue) := {action |
	statement.notaction
	some action, _ in catalogue
	not excluded(statement.notaction, action)
}
