import { files, type MetaAlertName } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { SelfSignal } from "../../model/signal";
import { selfSignals } from "../../model/signals";
import type { Environment } from "../../model/settle";
import { increase, ofSignal } from "../promql";
import { code, numbered, owner, renderPage, type Section } from "./page";

/** What a page says of an alert on the alerting itself. */
interface MetaRunbook {
  readonly meaning: readonly string[];
  readonly impact: string;
  readonly diagnosis: readonly string[];
  readonly mitigation: readonly string[];
  readonly verification: readonly string[];
}

export const renderMetaRunbooks = (environment: Environment): RenderedFile[] =>
  Object.entries({ Watchdog: deadMansSwitch(environment), ...mixinRunbooks }).map(
    ([name, runbook]) => ({
      path: files.runbook(name),
      text: renderPage(name, [...sections(runbook), owner(environment.declaration.owner)]),
    }),
  );

const sections = (runbook: MetaRunbook): Section[] => [
  { heading: "Meaning", lines: runbook.meaning },
  { heading: "Impact", lines: [runbook.impact] },
  { heading: "Diagnosis", lines: runbook.diagnosis },
  { heading: "Mitigation", lines: numbered(runbook.mitigation) },
  { heading: "Verification", lines: runbook.verification },
  {
    heading: "Rollback",
    lines: [
      "If it began with a change of the rules or of a configuration, load those of the commit before.",
    ],
  },
];

const { ruleFailures, missedEvaluations, alertsNotSent, notificationsFailed } = selfSignals;

const queryOf = (signal: SelfSignal, window = "5m"): string[] =>
  code("promql", increase(ofSignal(signal), window));

const mixinRunbooks: Readonly<Record<Exclude<MetaAlertName, "Watchdog">, MetaRunbook>> = {
  PrometheusRuleFailures: {
    meaning: ["Prometheus could not evaluate some rules: for 15 minutes there was an error."],
    impact: "What these rules record is missing, and their alerts cannot fire.",
    diagnosis: [
      "Which groups, and how often; Prometheus writes the rule and the error to its log, and shows them under /rules:",
      ...queryOf(ruleFailures),
    ],
    mitigation: [
      "`many-to-many matching` or `duplicate series`: two exporters deliver the same series, or the same rules are loaded twice. Stop one.",
      "`query processing would load too many samples` or a timeout: raise `--query.max-samples` or `--query.timeout`.",
      "Anything else began with a change of the rules: check them by `promtool check rules` and `pint`.",
    ],
    verification: ["This falls to 0 within five minutes:", ...queryOf(ruleFailures)],
  },
  PrometheusMissingRuleEvaluations: {
    meaning: [
      "A group takes longer than its interval of a minute: Prometheus left evaluations out.",
    ],
    impact:
      "Each left-out evaluation is a minute that is not counted, good or bad, and alerts that come later.",
    diagnosis: [
      "Which groups, and how long each takes:",
      ...code(
        "promql",
        increase(ofSignal(missedEvaluations), "5m"),
        'prometheus_rule_group_last_duration_seconds{job="prometheus"} > 30',
      ),
    ],
    mitigation: [
      "Give Prometheus more CPU, or take load off it: boards with long ranges, other teams' rules.",
      "If one group alone is slow, look at its query of the longest window in Prometheus, and at the number of its series.",
    ],
    verification: ["This falls to 0 within five minutes:", ...queryOf(missedEvaluations)],
  },
  PrometheusErrorSendingAlertsToAnyAlertmanager: {
    meaning: ["Every Alertmanager refuses some of the alerts that Prometheus sends."],
    impact: "Pages and tickets may not arrive. What is counted is not touched.",
    diagnosis: [
      "Which Alertmanager, and how many alerts; the reason stands in the log of Prometheus:",
      ...queryOf(alertsNotSent),
      "Whether Alertmanager is up and ready:",
      ...code("sh", "curl --fail http://alertmanager:9093/-/ready"),
    ],
    mitigation: [
      "Start Alertmanager, or correct its address under `alerting.alertmanagers` in prometheus.yml.",
      "If it is up and refuses, its log says why: a configuration that was not taken, or no memory.",
      "Until then, look at /alerts of Prometheus yourself, every few minutes.",
    ],
    verification: ["This falls to 0 within five minutes:", ...queryOf(alertsNotSent)],
  },
  AlertmanagerFailedToSendAlerts: {
    meaning: ["What Alertmanager sends is refused by a receiver."],
    impact: "Pages or tickets of that receiver may not arrive; Alertmanager tries each again.",
    diagnosis: [
      "Which kind of receiver and why; Alertmanager's log names the receiver and the answer:",
      ...queryOf(notificationsFailed, "15m"),
    ],
    mitigation: [
      "`clientError` with 401 or 403: the token in `secrets/<receiver>` is wrong or no longer valid.",
      "`serverError` or `contextDeadlineExceeded`: the receiver is down; ask those who run it, and look at /#/alerts of Alertmanager meanwhile.",
      "Another address: declare it under `alerting` of the environment.",
    ],
    verification: [
      "This falls to 0 within a quarter of an hour:",
      ...queryOf(notificationsFailed, "15m"),
    ],
  },
};

const deadMansSwitch = ({ name, declaration }: Environment): MetaRunbook => ({
  meaning: [
    declaration.alerting.watchdog === undefined
      ? `This alert always fires and is sent to nobody: ${name} declares no \`alerting.watchdog\`, so nobody notices when alerting itself stops. Declare the address of something that raises an alarm of its own when it is no longer called.`
      : "This alert always fires, and Alertmanager calls the listener about once a minute. You are here because the listener has heard nothing for five minutes.",
  ],
  impact: `Nobody is told of anything in ${name}: no page and no ticket arrives until it is mended.`,
  diagnosis: [
    "Where the chain is broken, from its start:",
    "",
    ...numbered([
      "Does Prometheus run and evaluate? Its page /alerts shows Watchdog as firing.",
      "Does Alertmanager have it? `amtool alert query alertname=Watchdog --alertmanager.url=http://alertmanager:9093`",
      "Does it reach the listener? Alertmanager's log tells of what the receiver `watchdog` answered.",
      "Is the listener itself well, and its token the one in `secrets/watchdog`?",
    ]),
  ],
  mitigation: [
    "Start what is down, or roll back the configuration that was loaded last.",
    "Until the chain holds again, look at the boards yourself: somebody has to watch.",
  ],
  verification: [
    "The listener hears of it within two minutes, and Prometheus holds it:",
    ...code("promql", 'ALERTS{alertname="Watchdog", alertstate="firing"}'),
  ],
});
