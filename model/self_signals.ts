import type { SelfSignal } from "./signal";

/** What tells whether alerts are still made and sent. */
export const selfSignals = {
  ruleFailures: {
    job: "prometheus",
    series: "prometheus_rule_evaluation_failures_total",
    unit: "count",
    semantics: "counter",
    description: "Rules whose evaluation ended with an error.",
  },
  missedEvaluations: {
    job: "prometheus",
    series: "prometheus_rule_group_iterations_missed_total",
    unit: "count",
    semantics: "counter",
    description: "Evaluations of a group that were left out because the one before was not done.",
  },
  alertsNotSent: {
    job: "prometheus",
    series: "prometheus_notifications_errors_total",
    unit: "count",
    semantics: "counter",
    description: "Alerts that Prometheus could not hand to an Alertmanager.",
  },
  alertsSent: {
    job: "prometheus",
    series: "prometheus_notifications_sent_total",
    unit: "count",
    semantics: "counter",
    description: "Alerts that Prometheus handed to an Alertmanager, or tried to.",
  },
  notificationsFailed: {
    job: "alertmanager",
    series: "alertmanager_notifications_failed_total",
    unit: "count",
    semantics: "counter",
    description: "Notifications that a receiver did not take.",
  },
  notifications: {
    job: "alertmanager",
    series: "alertmanager_notifications_total",
    unit: "count",
    semantics: "counter",
    description: "Notifications that Alertmanager tried to deliver.",
  },
} as const satisfies Readonly<Record<string, SelfSignal>>;
