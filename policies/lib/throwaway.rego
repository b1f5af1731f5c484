# METADATA
# description: |
#   Environments that are made to be thrown away: what only production needs is paid for in vain there. Staging is
#   none: it is as large as what it stands for.
package lib.throwaway

import data.lib.environment
import data.lib.live

here if {
	some name in names
	environment.throwaway(name)
	not live.production
}

names contains input.stack

names contains input.after.tags_all.environment

names contains input.after.effective_labels.environment
