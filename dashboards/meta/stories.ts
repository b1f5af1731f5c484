import type { MetaAlertName } from "../../model/names";
import type { SelfSignal } from "../../model/signal";
import { selfSignals } from "../../model/signals";
import { ofSignal } from "../promql";
import type { InputSeries } from "../slo/tests/worlds";

/** What Prometheus and Alertmanager show of themselves, and when one of the meta alerts fires. */
export interface MetaStory {
  readonly alert: MetaAlertName;
  readonly claim: string;
  readonly shows: readonly InputSeries[];
  /** Minutes at which it does not fire, and at which it does. */
  readonly silent: readonly number[];
  readonly fires: readonly number[];
  /** Labels of the series that it fires for. */
  readonly labels: Readonly<Record<string, string>>;
}

type Labels = Readonly<Record<string, string>>;

const PROMETHEUS: Labels = { job: "prometheus", instance: "localhost:9090" };
const RULE_GROUP: Labels = { ...PROMETHEUS, rule_group: "orders" };
const WEBHOOK: Labels = {
  job: "alertmanager",
  instance: "alertmanager:9093",
  integration: "webhook",
};
const REFUSED: Labels = { ...WEBHOOK, reason: "serverError" };

const shown = (signal: SelfSignal, labels: Labels, values: string): InputSeries => ({
  series: ofSignal(signal, labels),
  values,
});

/** Old trouble for half an hour, then once more every four minutes from minute 30 to minute 46. */
const NOW_AND_THEN = `5x29 ${[6, 7, 8, 9].map((value) => `${value}x3`).join(" ")} 10x20`;

/** Trouble that lasts fires once its patience is over, and clears when its window holds none; old trouble is none. */
const lasting = (alert: MetaAlertName, signal: SelfSignal): MetaStory => ({
  alert,
  claim:
    "trouble every few minutes fires after a quarter of an hour, and clears five minutes after the last",
  shows: [shown(signal, RULE_GROUP, NOW_AND_THEN)],
  silent: [29, 44, 50],
  fires: [45, 49],
  labels: RULE_GROUP,
});

const { ruleFailures, missedEvaluations, alertsNotSent, alertsSent } = selfSignals;
const { notificationsFailed, notifications } = selfSignals;

/** Alerts to one Alertmanager, of 1,000 a minute. */
const toAlertmanager = (alertmanager: string, refused: number, minutes = 40): InputSeries[] => [
  shown(
    alertsNotSent,
    { ...PROMETHEUS, alertmanager },
    `0+${refused}x${minutes} ${refused * minutes}x${40 - minutes}`,
  ),
  shown(alertsSent, { ...PROMETHEUS, alertmanager }, "0+1000x40"),
];

/** Notifications to webhooks, of 1,000 a minute; those by mail all arrive. */
const toWebhooks = (refused: number): InputSeries[] => [
  shown(notificationsFailed, REFUSED, `0+${refused}x40`),
  shown(notifications, WEBHOOK, "0+1000x40"),
  shown(notificationsFailed, { ...REFUSED, integration: "email" }, "0x40"),
  shown(notifications, { ...WEBHOOK, integration: "email" }, "0+1000x40"),
];

export const metaStories: readonly MetaStory[] = [
  {
    alert: "Watchdog",
    claim: "fires from the first evaluation on, whatever else there is",
    shows: [],
    silent: [],
    fires: [0, 60],
    labels: {},
  },
  lasting("PrometheusRuleFailures", ruleFailures),
  lasting("PrometheusMissingRuleEvaluations", missedEvaluations),
  {
    alert: "PrometheusErrorSendingAlertsToAnyAlertmanager",
    claim: "every Alertmanager refuses a little more than 3%",
    shows: [...toAlertmanager("a", 31, 20), ...toAlertmanager("b", 500)],
    silent: [15, 25],
    fires: [16, 20],
    labels: PROMETHEUS,
  },
  {
    alert: "PrometheusErrorSendingAlertsToAnyAlertmanager",
    claim: "one Alertmanager takes all but 3%, which is enough",
    shows: [...toAlertmanager("a", 30), ...toAlertmanager("b", 1000)],
    silent: [16, 40],
    fires: [],
    labels: PROMETHEUS,
  },
  {
    alert: "AlertmanagerFailedToSendAlerts",
    claim: "receivers of one kind refuse a little more than 1%",
    shows: toWebhooks(11),
    silent: [5],
    fires: [6],
    labels: REFUSED,
  },
  {
    alert: "AlertmanagerFailedToSendAlerts",
    claim: "receivers of one kind refuse 1%, which nobody is told of",
    shows: toWebhooks(10),
    silent: [6, 40],
    fires: [],
    labels: REFUSED,
  },
];
