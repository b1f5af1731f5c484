# METADATA
# description: |
#   What the name of a machine says: `m7g.large`, `db.m7g.large` and `cache.m7g.large` are of one family and size.
package lib.machines

import data.lib.text

# A later family does the same work for less.
outdated(class) if previous[family(class)]

# More than eight cores.
large(class) if text.number(trim_suffix(size(class), "xlarge")) > 2

large(class) if startswith(size(class), "metal")

# With GPUs or other chips for one purpose.
accelerated(class) if regex.match(`^(dl|f|g|gr|inf|p|trn|vt)[0-9]`, family(class))

family(class) := parts(class)[0]

size(class) := parts(class)[1]

parts(class) := split(trim_prefix(trim_prefix(class, "db."), "cache."), ".")

previous := {
	"a1", "c1", "c3", "c4", "cc2", "cr1", "f1", "g2", "g3", "g3s", "hs1", "i2",
	"m1", "m2", "m3", "m4", "p2", "r3", "r4", "t1", "t2",
}
