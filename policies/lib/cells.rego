# METADATA
# description: Which stacks are cells. A stack is called after its environment and its part, `prod-c01`.
package lib.cells

# Environment -> its cells among these stacks, in their order.
by_environment(stacks) := {environment: [stack | some stack in stacks; environment_of(stack) == environment] |
	some stack in stacks
	environment := environment_of(stack)
}

environment_of(stack) := concat("-", array.slice(parts, 0, count(parts) - 1)) if {
	parts := split(stack, "-")
	count(parts) > 1
	regex.match(`^c[0-9]+$`, parts[count(parts) - 1])
}
