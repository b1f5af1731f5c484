import { renderObservability } from "../../dashboards";
import { settle } from "../../model/settle";
import { CONTRACTS, GRAPHED } from "../constructs/support/graphql";

const { files } = renderObservability(settle(GRAPHED, {}, CONTRACTS));

const text = (path: string): string => {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`${path} is not rendered`);
  return found.text;
};

interface Panel {
  readonly title: string;
  readonly description?: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const panelsOf = (board: string): readonly Panel[] =>
  (JSON.parse(text(`grafana/dashboards/${board}.json`)) as { panels: readonly Panel[] }).panels;

const board = panelsOf("dev-graph-reviews");

const exprsOf = (panels: readonly Panel[], title: string): string[] =>
  panels.find((panel) => panel.title === title)?.targets?.map(({ expr }) => expr) ?? [];

const seriesIn = (exprs: readonly string[]): (string | undefined)[] =>
  exprs.map((expr) => /aws_[a-z0-9_]+/.exec(expr)?.[0]);

test("the board of a GraphQL service shows its requests, and as failures those of the API and of its function", () => {
  expect(seriesIn(exprsOf(board, "Requests"))).toEqual(["aws_appsync_latency_sample_count"]);
  expect(seriesIn(exprsOf(board, "Failures"))).toEqual([
    "aws_appsync_5_xxerror_sum",
    "aws_lambda_errors_sum",
    "aws_lambda_throttles_sum",
  ]);
  expect(seriesIn(exprsOf(board, "Latency"))).toEqual([
    "aws_appsync_latency_p50",
    "aws_appsync_latency_p95",
    "aws_appsync_latency_p99",
  ]);
  for (const expr of exprsOf(board, "Latency"))
    expect(expr).toContain('tag_Name=~"$environment-$cell-reviews"');
});

test("its calls that fail are said to be answered 200, and its start is one that a caller waits for", () => {
  const described = (title: string) => board.find((panel) => panel.title === title)?.description;
  expect(described("Calls")).toContain("the API answers each of these with 200 and `errors`");
  expect(described("Cold starts")).toContain("A caller waits for a start");
});

test("the environment's edge has a row of GraphQL APIs", () => {
  const edge = panelsOf("dev-graph_edge");
  expect(edge.map(({ title }) => title)).toContain("GraphQL APIs");
  expect(seriesIn(exprsOf(edge, "Requests to GraphQL APIs"))).toEqual([
    "aws_appsync_latency_sample_count",
  ]);
});

test("the exporter finds it by its tags and asks for each statistic of its latency once", () => {
  const yace = text("exporters/yace.yaml");
  expect(yace).toMatch(/type: AWS\/AppSync[^]*?dimensionNameRequirements:\n\s+- GraphQLAPIId/);
  expect(yace).toMatch(/AWS\/AppSync:\n\s+- service\n\s+- environment\n\s+- Name/);
});

test("what fails is the API's own, the function's and what was refused, and no more than was asked", () => {
  const rules = text("prometheus/rules/reviews.yaml");
  for (const series of ["5_xxerror_sum", "lambda_errors_sum", "lambda_throttles_sum"])
    expect(rules).toContain(series);
});

test("a runbook finds the API's id and its log, and takes back what it does", () => {
  const runbook = text("runbooks/reviews-answered-error-budget-burn.md");
  const id = `"$(aws appsync list-graphql-apis --region us-east-1 --query "graphqlApis[?name=='dev-graph-c01-reviews'].apiId" --output text)"`;
  expect(runbook).toContain(`echo /aws/appsync/apis/${id}`);
  expect(runbook).toContain('filter logType = "RequestSummary"');
  const reserve =
    "aws lambda put-function-concurrency --region us-east-1 --function-name dev-graph-c01-reviews-handler --reserved-concurrent-executions";
  expect(runbook).toContain(`${reserve} 200`);
  expect(runbook).toContain(`${reserve} 100`);
});

test("the picture leads through the firewall to the API and its root fields", () => {
  const picture = text("diagram.md");
  for (const part of [
    "2000 in 5 minutes: count",
    "GraphQL API",
    "depth 15, 25 fields",
    "3 root fields",
  ])
    expect(picture).toContain(part);
});
