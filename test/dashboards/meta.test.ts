import { parse } from "yaml";
import { renderObservability } from "../../dashboards";
import { dev } from "../../environments/dev";
import { META_RULES } from "../../model/names";
import { settle } from "../../model/settle";
import { filesOf } from "./estate";
import { findFile, rulesOf } from "./read";

const ENVIRONMENTS = ["dev", "prod", "dev-gcp"] as const;

interface Alertmanager {
  readonly route: { readonly routes: readonly Readonly<Record<string, unknown>>[] };
  readonly receivers: readonly { readonly name: string; readonly webhook_configs?: object[] }[];
}

const alertmanagerOf = (text: string): Alertmanager => parse(text) as Alertmanager;

describe.each(ENVIRONMENTS)("the alerts on the alerting itself in %s", (environment) => {
  const alerts = rulesOf(environment, META_RULES);

  test("are the dead-man's switch and those of the mixins, all of the platform's team", () => {
    expect(alerts.map(({ alert, labels }) => [alert, labels["severity"]])).toEqual([
      ["Watchdog", "none"],
      ["PrometheusRuleFailures", "page"],
      ["PrometheusMissingRuleEvaluations", "ticket"],
      ["PrometheusErrorSendingAlertsToAnyAlertmanager", "page"],
      ["AlertmanagerFailedToSendAlerts", "ticket"],
    ]);
    for (const { labels } of alerts) {
      expect(labels).toMatchObject({ team: "platform", environment });
    }
  });

  test("each have a runbook where their link says", () => {
    for (const { alert, annotations = {} } of alerts) {
      const file = annotations["runbook_url"]!.split("/").at(-1)!;
      expect(filesOf(environment).get(`runbooks/${file}`)).toMatch(new RegExp(`^# ${alert}\n`));
    }
  });

  test("the dead-man's switch calls its listener about once a minute", () => {
    const { route, receivers } = alertmanagerOf(
      findFile(environment, "alertmanager/alertmanager.yaml"),
    );
    expect(route.routes[0]).toEqual({
      receiver: "watchdog",
      matchers: ['alertname="Watchdog"'],
      group_wait: "0s",
      group_interval: "30s",
      repeat_interval: "50s",
    });
    expect(receivers[0]).toMatchObject({
      name: "watchdog",
      webhook_configs: [
        {
          url: expect.stringMatching(/^https:\/\/.*\/watchdog$/) as string,
          send_resolved: false,
          http_config: { authorization: { credentials_file: "secrets/watchdog" } },
        },
      ],
    });
  });
});

test("without a listener the dead-man's switch is sent to nobody, and that is said", () => {
  const { page, ticket } = dev.alerting;
  const files = new Map(
    renderObservability(settle({ ...dev, alerting: { page, ticket } })).files.map(
      ({ path, text }) => [path, text],
    ),
  );
  const text = files.get("alertmanager/alertmanager.yaml")!;
  const { route, receivers } = alertmanagerOf(text);
  expect(route.routes[0]).toMatchObject({ receiver: "nobody" });
  expect(receivers[0]).toEqual({ name: "nobody" });
  expect(text).toContain("# Nobody notices when alerting itself stops");
  expect(files.get("runbooks/watchdog.md")).toContain(
    "sent to nobody: dev declares no `alerting.watchdog`",
  );
});
