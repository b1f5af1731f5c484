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
const slos = environment.services.flatMap((service) => slosOf(service, environment));
const broken = slos
  .filter(({ objective }) => ["success", "availability"].includes(objective.name))
  .toSorted((one, other) => one.id.localeCompare(other.id));

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

/** Waits for each broken promise to have been told to the people on call as firing, or as resolved. */
const paged = (as: "firing" | "resolved") =>
  until(120, () => {
    const told = sentTo("/page").filter(({ status }) => status === as);
    return Promise.resolve(told.length >= broken.length || undefined);
  });

test("while all is well, the dead-man's switch alone calls", async () => {
  await until(60, async () => (await lately("aws_lambda_invocations_sum")).length || undefined);
  await until(60, () => Promise.resolve(sentTo("/watchdog")[0]));
  expect(sentTo("/page", "/ticket")).toEqual([]);
});

/** By their names, which come in any order. */
const byName = <T extends { labels: Readonly<Record<string, string>> }>(alerts: readonly T[]) =>
  alerts.toSorted((one, other) =>
    one.labels["alertname"]!.localeCompare(other.labels["alertname"]!),
  );

test("an outage written into CloudWatch raises one page a service, with its board and its runbook", async () => {
  chain.breakDown();
  await paged("firing");
  const expected = broken.map((slo) =>
    expect.objectContaining({
      status: "firing",
      labels: expect.objectContaining({
        alertname: slo.alert("ErrorBudgetBurn"),
        burn_tier: "fast",
        severity: "page",
        team: slo.service.owner.team,
        environment: "dev",
        cell: "c01",
      }) as object,
      annotations: expect.objectContaining({
        summary: `${slo.service.name} burns the error budget of its ${slo.objective.name} objective.`,
        dashboard_url: slo.boardUrl,
        runbook_url: slo.runbookUrl("ErrorBudgetBurn"),
      }) as object,
    }),
  );
  expect(byName(sentTo("/page", "/ticket"))).toEqual(expected);
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

test.each([
  ["an alias", "aws_lambda_invocations_sum", "dimension_FunctionName"],
  ["an API's stage", "aws_apigateway_count_sum", "tag_Name"],
  ["a distribution", "aws_cloudfront_requests_sum", "tag_Name"],
])("%s, which CloudWatch counts a second time, is counted once", async (_, series, label) => {
  const found = await lately(`count by (${label}) (${series}{job="yace"})`);
  expect(new Set(found)).toEqual(new Set([1]));
});

test("recovery resolves the pages, and nobody was called for anything else", async () => {
  await paged("resolved");
  const sent = byName(sentTo("/page", "/ticket"));
  expect(
    sent.map(({ status, labels }) => [labels["alertname"], status, labels["burn_tier"]]),
  ).toEqual(
    broken.flatMap((slo) => [
      [slo.alert("ErrorBudgetBurn"), "firing", "fast"],
      [slo.alert("ErrorBudgetBurn"), "resolved", "fast"],
    ]),
  );
});
