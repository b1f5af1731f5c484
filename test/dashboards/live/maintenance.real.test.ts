import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { WEEKDAYS, type MaintenanceWindow } from "../../../model/maintenance";
import { settle } from "../../../model/settle";
import { toolPath } from "../../../tools/find";
import { until } from "../../e2e/until";
import { Outdir, run } from "../outdir";
import { filesByPath } from "../windows";
import { Receiver } from "./receiver";
import { startAlertmanager, type Reachable } from "./servers";

/** Maintenance windows in a real Alertmanager: of two services one is always in such a window. */
jest.setTimeout(120_000);

const always: MaintenanceWindow = {
  name: "always",
  reason: "A test.",
  weekdays: WEEKDAYS,
  from: "00:00",
  until: "24:00",
};

const rare: MaintenanceWindow = {
  name: "move",
  reason: "The region is moved.",
  date: "2020-02-29",
  from: "01:00",
  until: "24:00",
  timeZone: "Europe/Berlin",
  mutes: "tickets and pages",
};

const environment = settle({
  ...dev,
  maintenance: [rare],
  services: [
    { ...orders, name: "shop", maintenance: [always] },
    { ...orders, name: "quiet", maintenance: [{ ...always, mutes: "tickets and pages" }] },
    orders,
  ],
});

const files = filesByPath(environment);
const text = files
  .get("alertmanager/alertmanager.yaml")!
  .replaceAll(/group_wait: \d+s/g, "group_wait: 1s");

const out = new Outdir();
const receiver = new Receiver();
let alertmanager: Reachable;

beforeAll(async () => {
  await receiver.start();
  alertmanager = await startAlertmanager(text, receiver, out);
});

afterAll(async () => {
  await alertmanager.stop();
  receiver.stop();
  out.remove();
});

test("amtool accepts weekly windows, and those of a single day in a time zone", async () => {
  const file = out.write("alertmanager.yaml", text);
  expect(await run(toolPath("amtool"), ["check-config", file])).toMatchObject({ exitCode: 0 });
  expect(text).toContain("location: Europe/Berlin");
});

test("in a window tickets are silent, pages only where it says so, and other services' are sent", async () => {
  const of = (service: string, severity: string) => ({
    labels: {
      alertname: `${service}-${severity}`,
      sloth_service: service,
      severity,
      team: "commerce",
    },
  });
  const alerts = ["shop", "quiet", "orders"].flatMap((service) => [
    of(service, "page"),
    of(service, "ticket"),
  ]);
  const answer = await fetch(`${alertmanager.url}/api/v2/alerts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(alerts),
  });
  expect(answer.ok).toBe(true);
  const sent = () =>
    receiver.calls.flatMap((call) => call.alerts.map(({ labels }) => labels["alertname"])).sort();
  await until(30, () => Promise.resolve(sent().length >= 3 ? true : undefined));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(sent()).toEqual(["orders-page", "orders-ticket", "shop-page"]);
});

test("a runbook tells when its alert is silent, and that it counts all the same", () => {
  const runbook = files.get("runbooks/quiet-success-error-budget-burn.md")!;
  expect(runbook).toContain("what is bad in them still counts");
  expect(runbook).toContain(
    "- 2020-02-29 01:00 to 24:00 (Europe/Berlin), tickets and pages: The region is moved.",
  );
});
