# Generated from the declaration; change it there.
# Run by: pint --offline --config pint.hcl lint --fail-on=warning rules/

check "rule/dependency" {
  # An objective's group records all that it reads itself.
  ignoreGroupMismatch = ["slo:.+"]
}

rule {
  match {
    kind = "alerting"
  }
  annotation "summary" {
    required = true
    value    = ".+\\."
  }
  annotation "description" {
    required = true
  }
  annotation "runbook_url" {
    required = true
    value    = "https://runbooks\\.example\\.com/[a-z0-9-]+\\.md"
  }
  label "team" {
    required = true
  }
}

rule {
  match {
    kind = "alerting"
  }
  ignore {
    name = "Watchdog"
  }
  label "severity" {
    required = true
    values   = ["page", "ticket"]
  }
}

rule {
  match {
    kind = "alerting"
    name = "Watchdog"
  }
  label "severity" {
    required = true
    value    = "none"
  }
  disable = ["alerts/comparison"]
}

rule {
  match {
    kind = "alerting"
    name = ".+(ErrorBudgetBurn|MetricAbsent)"
  }
  annotation "dashboard_url" {
    required = true
    value    = "https://grafana\\.example\\.com/d/.+"
  }
}

rule {
  match {
    kind = "alerting"
    name = ".+ErrorBudgetBurn"
  }
  label "burn_tier" {
    required = true
    values   = ["fast", "slow", "steady", "drip"]
  }
  aggregate ".+" {
    keep = ["sloth_id", "environment", "cell", "job"]
  }
  aggregate ".+" {
    strip = ["sloth_window"]
  }
}

rule {
  match {
    kind = "recording"
  }
  aggregate "slo:.+|sloth_slo_info" {
    keep = ["sloth_id", "environment", "cell", "job"]
  }
}

rule {
  selector "slo:.+" {
    requiredLabels = ["sloth_id", "environment", "cell"]
    comment        = "Several environments may share one Prometheus."
  }
  selector "(aws|stackdriver)_.+" {
    requiredLabels = ["job"]
    comment        = "A series of another exporter may have the same name."
  }
}
