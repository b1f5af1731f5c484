import { dev } from "../../environments/dev";
import { orders } from "../../environments/services/orders";
import { devGcp } from "../../environments/dev-gcp";
import { problemsOf } from "../../model/settle";

const topic = (name: string, region: string = dev.region, account: string = dev.account) =>
  `arn:aws:sns:${region}:${account}:${name}`;

const problems = (managedAlerting: object) =>
  problemsOf({ ...dev, managedAlerting } as typeof dev).map(
    ({ path, message }) => `${path}: ${message}`,
  );

test("topics of the environment's account and region are taken", () => {
  const all = { page: topic("page"), ticket: topic("ticket"), watchdog: topic("watchdog") };
  expect(problems(all)).toEqual([]);
  expect(problems({ page: topic("page"), ticket: topic("ticket") })).toEqual([]);
});

test.each([
  ["region", topic("page", "eu-west-1")],
  ["account", topic("page", "us-east-1", "210987654321")],
])("a topic of another %s is an error: it could not be called", (_, page) => {
  expect(problems({ page, ticket: topic("ticket") })).toEqual([
    `dev.managedAlerting.page: expected a topic of the account 123456789012 in us-east-1, the only ones that the managed Alertmanager may call, got "${page}"`,
  ]);
});

describe("on Google Cloud", () => {
  const channel = (project: string) => `projects/${project}/notificationChannels/1`;
  const said = (page: string) =>
    problemsOf({ ...devGcp, managedAlerting: { page, ticket: channel(devGcp.project) } }).map(
      ({ path, message }) => `${path}: ${message}`,
    );

  test("channels of the environment's project are taken", () => {
    expect(said(channel(devGcp.project))).toEqual([]);
  });

  test("a channel of another project is an error: it could not be called", () => {
    expect(said(channel("elsewhere"))).toEqual([
      `dev-gcp.managedAlerting.page: expected a channel of the project example-plinth-dev, the only ones that its alerts may call, got "${channel("elsewhere")}"`,
    ]);
  });

  test("a topic is no channel", () => {
    expect(said(topic("page"))).toEqual([
      `dev-gcp.managedAlerting.page: expected a notification channel such as projects/example/notificationChannels/123, got "${topic("page")}"`,
    ]);
  });
});

test("an address of the web is no topic, and both severities have one", () => {
  expect(problems({ page: dev.alerting.page })).toEqual([
    `dev.managedAlerting.page: expected the ARN of an SNS topic, got "${dev.alerting.page}"`,
    "dev.managedAlerting.ticket: expected the ARN of an SNS topic, got nothing",
  ]);
});

test("Cloud Monitoring is given nothing that its policies cannot say", () => {
  const base = { target: 99.5, window: "30d", firstSteps: ["Look."] } as const;
  const window = {
    name: "patching",
    reason: "Patches.",
    weekdays: ["sunday"],
    from: "02:00",
    until: "04:00",
  } as const;
  const objectives = [
    { ...base, name: "minutes", sli: "success", sliceTarget: 99 },
    { ...base, name: "fast", sli: "latency", threshold: "800ms" },
  ] as const;
  const address = `projects/${devGcp.project}/notificationChannels/1`;
  const managedAlerting = { page: address, ticket: address };
  const services = [{ ...orders, objectives }];
  const found = problemsOf({ ...devGcp, managedAlerting, maintenance: [window], services });
  expect(found.map(({ path }) => path)).toEqual([
    "dev-gcp.maintenance",
    "orders.objectives[0].sli",
    "orders.objectives[1].sli",
  ]);
  expect(problemsOf({ ...devGcp, maintenance: [window], services })).toEqual([]);
});
