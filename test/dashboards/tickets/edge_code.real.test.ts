import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { renderObservability } from "../../../dashboards";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { EDGE_CODE_RULES, edgeCodeAlertName, files } from "../../../model/names";
import { settle } from "../../../model/settle";
import { toolPath } from "../../../tools/find";
import { changed } from "../../model/fixtures";
import { FRONTED } from "../../constructs/support/synth";
import { ROUTED } from "../../constructs/support/routed";
import type { ReadBoard } from "../read";

const folder = mkdtempSync(join(tmpdir(), "plinth-edge-code-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rendered = (environment: EnvironmentDeclaration) =>
  new Map(renderObservability(settle(environment)).files.map(({ path, text }) => [path, text]));

const found = rendered(FRONTED);
const alert = edgeCodeAlertName("site");
const rules = found.get(files.rules(EDGE_CODE_RULES))!;

interface Rules {
  readonly groups: readonly {
    readonly name: string;
    readonly rules: readonly { readonly expr: string; readonly for: string }[];
  }[];
}

test("each function has tickets on what it fails at, and on its time", () => {
  expect(alert).toBe("SiteEdgeCodeDegraded");
  const { groups } = parse(rules) as Rules;
  expect(groups.map(({ name, rules }) => [name, rules.length])).toEqual([
    ["edge-code-dev-front-site-viewer-request", 4],
    ["edge-code-dev-front-site-viewer-response", 4],
    ["edge-code-dev-front-site-behind-cache", 3],
  ]);
  const [request, , behind] = groups;
  expect(request!.rules[3]).toMatchObject({
    expr: 'max(aws_cloudfront_function_compute_utilization_average{job="yace", dimension_FunctionName="dev-front-c01-site-viewer-request"}) > 80',
    for: "15m",
  });
  expect(behind!.rules[0]).toMatchObject({
    expr: 'max(aws_cloudfront_lambda_execution_error_sum{job="yace", tag_Name="dev-front-c01-site"}) > 0',
    for: "5m",
  });
});

test("its runbook has the logs of each, of code behind caches in every region", () => {
  const page = found.get(files.runbook(alert))!;
  expect(page).toContain(
    "--region us-east-1 --log-group-name /aws/cloudfront/function/dev-front-c01-site-viewer-request --start-time",
  );
  expect(page).toMatch(
    /for region in [^]*--log-group-name \/aws\/lambda-edge\/dev-front-c01-site-origin-response/,
  );
});

test("YACE asks for functions without tags by their dimensions, late enough for datapoints to stand", () => {
  const { customNamespace } = parse(found.get(files.exporter("yace"))!) as {
    customNamespace: readonly Record<string, unknown>[];
  };
  expect(customNamespace.find(({ name }) => name === "untagged")).toMatchObject({
    namespace: "AWS/CloudFront",
    regions: ["us-east-1"],
    dimensionNameRequirements: ["FunctionName", "Region"],
    delay: 120,
    metrics: [
      { name: "FunctionInvocations", statistics: ["Sum"], nilToZero: true },
      { name: "FunctionExecutionErrors", statistics: ["Sum"], nilToZero: true },
      { name: "FunctionValidationErrors", statistics: ["Sum"], nilToZero: true },
      { name: "FunctionThrottles", statistics: ["Sum"], nilToZero: true },
      { name: "FunctionComputeUtilization", statistics: ["Average"], nilToZero: false },
    ],
  });
});

test("the edge's board shows both kinds, where there are any", () => {
  const panelsOf = (of: ReadonlyMap<string, string>) =>
    [...of]
      .filter(([path]) => path.endsWith("_edge.json"))
      .flatMap(([, text]) => (JSON.parse(text) as ReadBoard).panels)
      .filter(({ id }) => id > 600 && id < 700)
      .map(({ title }) => title);
  expect(panelsOf(found)).toEqual([
    "Runs of code at the edge",
    "Failures of code at the edge",
    "Time that code at the edge takes",
    "Failures of code behind the caches",
  ]);
  const without = rendered(
    changed<EnvironmentDeclaration>(FRONTED, "services[1].workload.edge", undefined),
  );
  expect(panelsOf(without)).toEqual([]);
  expect(without.has(files.rules(EDGE_CODE_RULES))).toBe(false);
  expect(without.get(files.exporter("yace"))).not.toContain("Function");
});

test("the router of a fleet is watched too, once", () => {
  const fleet = rendered(ROUTED).get(files.rules(EDGE_CODE_RULES))!;
  expect(fleet.match(/dimension_FunctionName="[^"]*-edge-router"/g)).toHaveLength(4);
});

test("promtool proves each ticket", () => {
  for (const path of [files.rules(EDGE_CODE_RULES), files.ruleTests(EDGE_CODE_RULES)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), found.get(path)!);
  }
  const said = execFileSync(
    toolPath("promtool"),
    ["test", "rules", join(folder, files.ruleTests(EDGE_CODE_RULES))],
    { encoding: "utf8" },
  );
  expect(said).toContain("SUCCESS");
});
