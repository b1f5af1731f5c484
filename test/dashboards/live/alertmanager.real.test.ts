import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { absentLabels, burnLabels } from "../../../dashboards/slo/alerts";
import type { Slo } from "../../../dashboards/slo/slo";
import type { BurnTier } from "../../../model/burn";
import type { AlertKind } from "../../../model/names";
import { settle } from "../../../model/settle";
import { until } from "../../e2e/until";
import { Outdir } from "../outdir";
import { Receiver } from "./receiver";
import { startAlertmanager, type Reachable } from "./servers";
import { filesByPath, slosOfAll } from "../windows";

/** The generated configuration in a real Alertmanager: who is called, and who is kept silent. */
jest.setTimeout(120_000);

const service = (name: string, ...dependsOn: readonly string[]) => ({ ...orders, name, dependsOn });

const environment = settle({
  ...dev,
  services: [service("shop"), service("orders", "ledger"), service("ledger")],
});

const out = new Outdir();
const receiver = new Receiver();
let alertmanager: Reachable;

beforeAll(async () => {
  await receiver.start();
  const text = filesByPath(environment).get("alertmanager/alertmanager.yaml")!;
  alertmanager = await startAlertmanager(text, receiver, out);
});

afterAll(async () => {
  await alertmanager.stop();
  receiver.stop();
  out.remove();
});

type Labels = Readonly<Record<string, string>>;

const slos = new Map(slosOfAll(environment).map((slo) => [slo.id, slo]));

function labelsOf(id: string, kind: AlertKind, of: (slo: Slo) => Labels): Labels {
  const slo = slos.get(id)!;
  return { ...slo.recordLabels, alertname: slo.alert(kind), ...of(slo) };
}

/** An alert of one tier of an SLO. */
const burn = (id: string, name: BurnTier["name"], labels: Labels = {}): Labels =>
  labelsOf(id, "ErrorBudgetBurn", (slo) => ({
    ...burnLabels(
      slo,
      slo.tiers.find((tier) => tier.name === name)!,
    ),
    ...labels,
  }));

const post = (alerts: readonly Labels[]): Promise<Response> =>
  fetch(`${alertmanager.url}/api/v2/alerts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(alerts.map((labels) => ({ labels }))),
  });

interface Shown {
  readonly labels: Labels;
  readonly status: { readonly state: "active" | "suppressed" | "unprocessed" };
}

/** What becomes of alerts that all fire: which of them are kept silent. */
async function silenced(...alerts: readonly Labels[]): Promise<boolean[]> {
  expect((await post(alerts)).ok).toBe(true);
  const shown = (await (await fetch(`${alertmanager.url}/api/v2/alerts`)).json()) as Shown[];
  return alerts.map((labels) => {
    const found = shown.find(
      (one) => JSON.stringify(sorted(one.labels)) === JSON.stringify(sorted(labels)),
    );
    if (found === undefined) throw new Error(`Alertmanager lost ${JSON.stringify(labels)}`);
    return found.status.state === "suppressed";
  });
}

const sorted = (labels: Labels): [string, string][] =>
  Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1));

test("the dead-man's switch calls its listener at once, with its own token", async () => {
  await post([{ alertname: "Watchdog", severity: "none", team: "platform", environment: "dev" }]);
  const call = await until(30, () =>
    Promise.resolve(
      receiver.calls.find(({ alerts }) => alerts[0]?.labels["alertname"] === "Watchdog"),
    ),
  );
  expect(call).toMatchObject({ path: "/watchdog", token: "Bearer token-of-watchdog" });
});

test("a faster tier keeps the slower ones of its SLO silent, in its own cell", async () => {
  expect(
    await silenced(
      burn("shop-success", "fast"),
      burn("shop-success", "slow"),
      burn("shop-success", "drip"),
      burn("shop-success", "drip", { cell: "c02" }),
      burn("shop-freshness", "drip"),
    ),
  ).toEqual([false, true, true, false, false]);
});

test("a dependency's page keeps the tickets of what cannot work without it silent, and nothing else", async () => {
  expect(
    await silenced(
      burn("ledger-success", "slow"),
      burn("orders-success", "steady"),
      burn("orders-freshness", "drip"),
      burn("orders-freshness", "drip", { cell: "c02" }),
      burn("orders-success", "slow", { cell: "c02" }),
      burn("ledger-freshness", "drip"),
      labelsOf("orders-success", "MetricAbsent", absentLabels),
    ),
  ).toEqual([false, true, true, false, false, false, false]);
});
