import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { synthesize } from "../../../constructs/synth";
import { environments } from "../../../environments";
import type { Cloud, RawResource, ServiceDeclaration } from "../../../model/declaration";
import { settle } from "../../../model/settle";
import { serviceFile, sourceLinesOf } from "../../../operations/sources";
import { judge, type Finding, type Verdict } from "../../../policies/gate";
import { codeOf } from "../../constructs/support/synth";
import { breakages } from "../../policies/breakages";
import type { Breakage } from "../../policies/breakages/notation";
import { file, now, synthEditor } from "../../policies/fixtures";

jest.setTimeout(300_000);

const FILE = serviceFile("orders");
const written = readFileSync(join(__dirname, "../../..", FILE), "utf8");
const scratch = mkdtempSync(join(tmpdir(), "plinth-declared-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Declares, synthesizes and judges: what happens to a file under `environments/services/`. */
async function judged(text: string, name: string): Promise<Verdict> {
  const environment = environments.find((one) => one.name === name)!;
  const settled = settle({ ...environment, services: [declaredBy(text)] } as typeof environment, {
    orders: sourceLinesOf(text, FILE, "orders"),
  });
  const stacks = synthesize({ environments: [settled], code: codeOf, outdir: scratch });
  const cell = stacks.find(({ id }) => id === `${name}-c01`)!;
  return judge([file(cell.json, "cdk.tf.json")], { now });
}

function declaredBy(text: string): ServiceDeclaration {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: { orders?: ServiceDeclaration } = {};
  new Function("exports", outputText)(exports);
  return exports.orders!;
}

/** The declaration with raw resources, one a line. */
function extended(resources: readonly RawResource[]): string {
  const lines = resources.map((resource) => `    ${JSON.stringify(resource)},`).join("\n");
  return written.replace(/\n};\n$/, `\n  extend: [\n${lines}\n  ],\n};\n`);
}

const cloudOf = (type: string): Cloud => (type.startsWith("aws_") ? "aws" : "google");

function resourcesOf(json: { resource: Record<string, Record<string, object>> }): RawResource[] {
  return Object.entries(json.resource).flatMap(([type, named]) =>
    Object.entries(named).map(([id, attributes]) => {
      const own = Object.entries(attributes).filter(([key]) => key !== "//");
      return { cloud: cloudOf(type), type, id, attributes: Object.fromEntries(own) };
    }),
  );
}

interface Declared {
  readonly breakage: Breakage;
  readonly resources: RawResource[];
}

function declared(breakage: Breakage): Declared {
  const stack = synthEditor(`gate/${breakage.fixture}.tf.json`);
  breakage.edit(stack);
  return { breakage, resources: resourcesOf(stack.json) };
}

/** A change of the stack around the resources is no service's; what only a plan shows is declared nowhere. */
const isOfResources = ({ fixture, edit, address, stage }: Breakage): boolean => {
  if (stage === "plan" || address.split(".").length > 2) return false;
  const stack = synthEditor(`gate/${fixture}.tf.json`);
  const before = JSON.stringify(stack.json.resource);
  edit(stack);
  return JSON.stringify(stack.json.resource) !== before;
};

const placeOf = ({ source, path, construct }: Finding) => ({ source, path, construct });

describe("a raw resource that is broken on purpose is denied at its own line of the declaration", () => {
  const cases = breakages.filter(isOfResources).map(declared);

  test.each(
    cases.map(
      (one) => [`${one.breakage.id} ${one.breakage.address} ${one.breakage.how}`, one] as const,
    ),
  )("%s", async (_title, { breakage, resources }) => {
    const text = extended(resources);
    const cloud = resources[0]?.cloud;
    const environment = breakage.environment ?? (cloud === "aws" ? "prod" : "dev-gcp");
    const { findings } = await judged(text, environment);
    const found = findings.find(
      ({ id, address }) => id === breakage.id && address === breakage.address,
    );
    const index = resources.findIndex(({ type, id }) => `${type}.${id}` === breakage.address);
    const line = text.split("\n").findIndex((each) => each.startsWith(`    {"cloud"`)) + 1 + index;
    expect(found).toMatchObject({ verdict: "deny" });
    expect(found && placeOf(found)).toEqual({
      source: { file: FILE, line },
      path: `orders.extend[${index}]`,
      construct: `${environment}-c01/orders/extend/${breakage.address}`,
    });
  });
});

test("what a raw resource makes wrong of a typed part is denied at the line of that part", async () => {
  const poller = {
    cloud: "aws" as const,
    type: "aws_lambda_event_source_mapping",
    id: "slow",
    attributes: {
      event_source_arn: "${aws_sqs_queue.orders_events.arn}",
      function_name: "${aws_lambda_alias.orders_processor_live.arn}",
      function_response_types: ["ReportBatchItemFailures"],
      maximum_batching_window_in_seconds: 300,
      scaling_config: [{ maximum_concurrency: 2 }],
    },
  };
  const { findings } = await judged(extended([poller]), "prod");
  const line = written.split("\n").findIndex((each) => each.startsWith("  workload:")) + 1;
  expect(
    findings.map(({ id, address, verdict, source, path }) => [id, address, verdict, source, path]),
  ).toEqual([
    [
      "AWS-LAMBDA-013",
      "aws_lambda_function.orders_processor",
      "deny",
      { file: FILE, line },
      "orders.workload.processor",
    ],
    [
      "AWS-SQS-004",
      "aws_sqs_queue.orders_events",
      "deny",
      { file: FILE, line },
      "orders.workload.queue",
    ],
  ]);
});
