import { runbookUrl, type MetaAlertName } from "../../model/names";
import { selfSignals } from "../../model/signals";
import type { Environment } from "../../model/settle";
import {
  constant,
  divideEach,
  group,
  increase,
  join,
  minWithout,
  ofSignal,
  rate,
  type Promql,
} from "../promql";
import type { Severity } from "../slo/severity";
import type { AlertRule } from "../slo/alerts";

/** An alert on the alerting itself. */
export interface MetaAlert {
  readonly name: MetaAlertName;
  readonly severity: Severity | "none";
  readonly expr: Promql;
  readonly for?: string;
  readonly summary: string;
  /** The label that says which one it is about. */
  readonly about?: string;
  /** @param about - that label's value, or the template that gives it */
  readonly describe: (about: string) => string;
}

/** It fires for as long as rules are evaluated, so its silence is the alarm. */
export const watchdog: MetaAlert = {
  name: "Watchdog",
  severity: "none",
  expr: constant("1"),
  summary: "Alerting works.",
  describe: () =>
    "This alert always fires. Whoever hears of it every minute knows that rules are evaluated and alerts are sent; whoever no longer does raises an alarm.",
};

const { ruleFailures, missedEvaluations, alertsNotSent, alertsSent } = selfSignals;
const { notificationsFailed, notifications } = selfSignals;

/**
 * Names, expressions and patience are those of the mixins; what they call critical is a page here, a warning a ticket.
 *
 * @see https://github.com/prometheus/prometheus/tree/main/documentation/prometheus-mixin
 * @see https://github.com/prometheus/alertmanager/tree/main/doc/alertmanager-mixin
 */
export const mixinAlerts: readonly MetaAlert[] = [
  {
    name: "PrometheusRuleFailures",
    severity: "page",
    expr: join(increase(ofSignal(ruleFailures), "5m"), ">", "0"),
    for: "15m",
    summary: "Prometheus fails to evaluate rules.",
    about: "rule_group",
    describe: (about) =>
      `For 15m, rules of the group ${about} have ended with errors. What they record is missing, and their alerts cannot fire.`,
  },
  {
    name: "PrometheusMissingRuleEvaluations",
    severity: "ticket",
    expr: join(increase(ofSignal(missedEvaluations), "5m"), ">", "0"),
    for: "15m",
    summary: "Prometheus leaves out evaluations of rules.",
    about: "rule_group",
    describe: (about) =>
      `For 15m, the group ${about} has taken longer than its interval, so that evaluations were left out. Minutes are missing in what it counts.`,
  },
  {
    name: "PrometheusErrorSendingAlertsToAnyAlertmanager",
    severity: "page",
    expr: join(
      minWithout(
        "alertmanager",
        join(rate(ofSignal(alertsNotSent), "5m"), "/", rate(ofSignal(alertsSent), "5m")),
      ),
      ">",
      "0.03",
    ),
    for: "15m",
    summary: "Prometheus fails to send alerts to any Alertmanager.",
    about: "instance",
    describe: (about) =>
      `For 15m, every Alertmanager has refused more than 3% of the alerts that the Prometheus ${about} sent. Pages may not arrive.`,
  },
  {
    name: "AlertmanagerFailedToSendAlerts",
    severity: "ticket",
    expr: join(
      group(
        divideEach(
          rate(ofSignal(notificationsFailed), "15m"),
          "reason",
          rate(ofSignal(notifications), "15m"),
        ),
      ),
      ">",
      "0.01",
    ),
    for: "5m",
    summary: "Alertmanager fails to send notifications.",
    about: "integration",
    describe: (about) =>
      `For 5m, receivers of the kind ${about} have refused more than 1% of what Alertmanager sent them. Pages or tickets may not arrive.`,
  },
];

/** As Prometheus reads it. */
export const metaRule = (alert: MetaAlert, environment: Environment): AlertRule => ({
  alert: alert.name,
  expr: alert.expr,
  ...(alert.for === undefined ? {} : { for: alert.for }),
  labels: metaLabels(alert, environment),
  annotations: metaAnnotations(alert, environment, `{{ $labels.${alert.about} }}`),
});

/** They are of those who answer for what services share. */
export const metaLabels = (
  { severity }: MetaAlert,
  { name, declaration }: Environment,
): Record<string, string> => ({ severity, team: declaration.owner.team, environment: name });

/** @param about - the value of the label that says which one it is about, or the template that gives it */
export const metaAnnotations = (
  { name, summary, describe }: MetaAlert,
  { declaration: { links } }: Environment,
  about: string,
): Record<string, string> => ({
  summary,
  description: describe(about),
  runbook_url: runbookUrl(links.runbooks, name),
});
