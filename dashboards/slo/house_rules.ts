import { TIER_NAMES } from "../../model/burn";
import { ALERT_KINDS, files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SEVERITIES } from "./severity";

/**
 * What this house asks of every rule beside what pint asks of any: of those made here, and of those that a team
 * writes next to them.
 *
 * @see https://cloudflare.github.io/pint/configuration.html
 */
export function renderHouseRules({ declaration: { links } }: Environment): RenderedFile {
  const blocks = [
    OWN_GROUPS,
    everyAlert(links.runbooks),
    severities(),
    alertsOfObjectives(links.grafana),
    burnAlerts(),
    records(),
    selectors(),
  ];
  return { path: files.houseRules, text: [HEAD, ...blocks].join("\n") };
}

const HEAD = `# Generated from the declaration; change it there.
# Run by: pint --offline --config pint.hcl lint --fail-on=warning rules/
`;

/** The check knows records by their names, and every objective has records of the same names. */
const OWN_GROUPS = `check "rule/dependency" {
  # An objective's group records all that it reads itself.
  ignoreGroupMismatch = ["slo:.+"]
}
`;

/** HCL begins a template with `${`, and reads the other escapes as JSON does. */
const quote = (text: string): string => JSON.stringify(text).replaceAll("${", "$${");

const list = (values: readonly string[]): string => `[${values.map(quote).join(", ")}]`;

/** A pattern that begins with an address, of which the dots are dots. */
const below = (address: string, pattern: string): string =>
  quote(`${address.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}/${pattern}`);

const everyAlert = (runbooks: string): string => `rule {
  match {
    kind = "alerting"
  }
  annotation "summary" {
    required = true
    value    = ${quote(".+\\.")}
  }
  annotation "description" {
    required = true
  }
  annotation "runbook_url" {
    required = true
    value    = ${below(runbooks, "[a-z0-9-]+\\.md")}
  }
  label "team" {
    required = true
  }
}
`;

/** The dead-man's switch fires always, and at nobody in particular. */
const severities = (): string => `rule {
  match {
    kind = "alerting"
  }
  ignore {
    name = "Watchdog"
  }
  label "severity" {
    required = true
    values   = ${list(SEVERITIES)}
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
`;

const alertsOfObjectives = (grafana: string): string => `rule {
  match {
    kind = "alerting"
    name = ".+(${ALERT_KINDS.join("|")})"
  }
  annotation "dashboard_url" {
    required = true
    value    = ${below(grafana, "d/.+")}
  }
}
`;

/** Each tier of an SLO in one place is an alert of its own, whichever window it was seen in. */
const burnAlerts = (): string => `rule {
  match {
    kind = "alerting"
    name = ".+ErrorBudgetBurn"
  }
  label "burn_tier" {
    required = true
    values   = ${list(TIER_NAMES)}
  }
  aggregate ".+" {
    keep = ["sloth_id", "environment", "cell", "job"]
  }
  aggregate ".+" {
    strip = ["sloth_window"]
  }
}
`;

/** Boards select by these labels; what a query sums up has lost them. */
const records = (): string => `rule {
  match {
    kind = "recording"
  }
  aggregate "slo:.+|sloth_slo_info" {
    keep = ["sloth_id", "environment", "cell", "job"]
  }
}
`;

const selectors = (): string => `rule {
  selector "slo:.+" {
    requiredLabels = ["sloth_id", "environment", "cell"]
    comment        = "Several environments may share one Prometheus."
  }
  selector "(aws|stackdriver)_.+" {
    requiredLabels = ["job"]
    comment        = "A series of another exporter may have the same name."
  }
}
`;
