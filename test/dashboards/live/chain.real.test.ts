import { slosOf } from "../../../dashboards/slo/slo";
import { until } from "../../e2e/until";
import { findEnvironment } from "../estate";
import { boardQueries, substitute } from "../read";
import { startChain, type Chain } from "./chain";
import { hurry } from "./hurry";

/**
 * An emulated CloudWatch → YACE → Prometheus → Alertmanager → a webhook: real programs, each with the generated configuration, of
 * which every duration is a twelfth. So a minute takes five seconds; what Prometheus knows of the three days before was backfilled.
 */
jest.setTimeout(180_000);

const environment = findEnvironment("dev");
const [success] = slosOf(environment.services[0]!, environment);

let chain: Chain;

beforeAll(async () => {
  chain = await startChain();
});

afterAll(() => chain.stop());

/** Every value of a query in the last five minutes. */
const lately = async (query: string): Promise<number[]> =>
  (await chain.last(5, query)).flatMap(({ values }) => values.map(([, value]) => Number(value)));

/** Every alert that was sent to these receivers so far. */
const sentTo = (...paths: readonly string[]) =>
  chain.receiver.calls.filter(({ path }) => paths.includes(path)).flatMap(({ alerts }) => alerts);

/** Waits for so many alerts to have been sent to the people on call. */
const paged = (count: number) =>
  until(120, () => Promise.resolve(sentTo("/page").length >= count || undefined));

test("while all is well, the dead-man's switch alone calls", async () => {
  await until(60, async () => (await lately("aws_lambda_invocations_sum")).length || undefined);
  await until(60, () => Promise.resolve(sentTo("/watchdog")[0]));
  expect(sentTo("/page", "/ticket")).toEqual([]);
});

test("an outage written into CloudWatch raises one page, with its board and its runbook", async () => {
  chain.cloudWatch.breakDown(2);
  await paged(1);
  expect(sentTo("/page", "/ticket")).toEqual([
    expect.objectContaining({
      status: "firing",
      labels: expect.objectContaining({
        alertname: "OrdersSuccessErrorBudgetBurn",
        burn_tier: "fast",
        severity: "page",
        team: "commerce",
        environment: "dev",
        cell: "c01",
      }) as object,
      annotations: expect.objectContaining({
        summary: "orders burns the error budget of its success objective.",
        dashboard_url: success!.boardUrl,
        runbook_url: success!.runbookUrl("ErrorBudgetBurn"),
      }) as object,
    }),
  ]);
});

describe("of the queries of the board", () => {
  const shown = async (environment: string, query: string) =>
    (await lately(hurry(substitute(environment, query)))).filter((value) => !Number.isNaN(value));

  test.each(boardQueries("dev"))("there is data for %s", async (query) => {
    expect(await shown("dev", query)).not.toEqual([]);
  });

  test("none shows another environment", async () => {
    const others = await Promise.all(boardQueries("dev").map((query) => shown("prod", query)));
    expect(others.flat()).toEqual([]);
  });
});

test("an alias, which CloudWatch counts a second time, is counted once", async () => {
  const found = await lately('count(aws_lambda_invocations_sum{job="yace"})');
  expect(new Set(found)).toEqual(new Set([1]));
});

test("recovery resolves the page, and nobody was called for anything else", async () => {
  await paged(2);
  expect(
    sentTo("/page", "/ticket").map(({ status, labels }) => [status, labels["burn_tier"]]),
  ).toEqual([
    ["firing", "fast"],
    ["resolved", "fast"],
  ]);
});
