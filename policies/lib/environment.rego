# METADATA
# description: |
#   Whether a resource may be thrown away: what its tag or label `environment` says. Only a name
#   that says so counts; a resource without one is protected like production.
package lib.environment

# `dev`, `dev-gcp`, `test-eu`.
throwaway(name) if names[split(lower(name), "-")[0]]

names := {"ci", "dev", "development", "preview", "sandbox", "test"}
