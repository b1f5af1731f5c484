import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { synthesize } from "../../constructs/synth";
import { restoreCdktf } from "../../constructs/tf";
import { dev } from "../../environments/dev";
import { prod } from "../../environments/prod";
import type { EnvironmentDeclaration } from "../../model/environment";
import { settle } from "../../model/settle";
import { cellOf, codeOf, inFolder, origin, synthesizeAll } from "./support/synth";

function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    paths
      .map((path) => join(folder, path))
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(folder, path), readFileSync(path, "utf8")]),
  );
}

const written = (environments: readonly EnvironmentDeclaration[]): Record<string, string> =>
  inFolder((outdir) => {
    synthesize({ environments: environments.map((one) => settle(one)), code: codeOf, outdir });
    return filesIn(outdir);
  });

test("stacks come by environment, bootstrap first", () => {
  expect(
    synthesizeAll().map(({ id, environment, cloud, directory, resources }) => ({
      id,
      environment,
      cloud,
      directory,
      resources,
    })),
  ).toEqual([
    {
      id: "dev-bootstrap",
      environment: "dev",
      cloud: "aws",
      directory: "stacks/dev-bootstrap",
      resources: 13,
    },
    {
      id: "dev-network",
      environment: "dev",
      cloud: "aws",
      directory: "stacks/dev-network",
      resources: 38,
    },
    {
      id: "dev-observability",
      environment: "dev",
      cloud: "aws",
      directory: "stacks/dev-observability",
      resources: 3,
    },
    {
      id: "dev-c01",
      environment: "dev",
      cloud: "aws",
      directory: "stacks/dev-c01",
      resources: 130,
    },
    {
      id: "dev-edge",
      environment: "dev",
      cloud: "aws",
      directory: "stacks/dev-edge",
      resources: 38,
    },
    {
      id: "prod-bootstrap",
      environment: "prod",
      cloud: "aws",
      directory: "stacks/prod-bootstrap",
      resources: 13,
    },
    {
      id: "prod-network",
      environment: "prod",
      cloud: "aws",
      directory: "stacks/prod-network",
      resources: 50,
    },
    {
      id: "prod-observability",
      environment: "prod",
      cloud: "aws",
      directory: "stacks/prod-observability",
      resources: 8,
    },
    {
      id: "prod-c01",
      environment: "prod",
      cloud: "aws",
      directory: "stacks/prod-c01",
      resources: 144,
    },
    {
      id: "prod-edge",
      environment: "prod",
      cloud: "aws",
      directory: "stacks/prod-edge",
      resources: 38,
    },
  ]);
});

test("cdktf writes one file a stack and a manifest, and the result says the same", () => {
  inFolder((outdir) => {
    const stacks = synthesize({ environments: [settle(dev)], code: codeOf, outdir });
    const files = filesIn(outdir);
    expect(Object.keys(files)).toEqual([
      "manifest.json",
      "stacks/dev-bootstrap/cdk.tf.json",
      "stacks/dev-c01/cdk.tf.json",
      "stacks/dev-edge/cdk.tf.json",
      "stacks/dev-network/cdk.tf.json",
      "stacks/dev-observability/cdk.tf.json",
    ]);
    for (const { directory, json } of stacks) {
      expect(JSON.parse(files[`${directory}/cdk.tf.json`]!)).toEqual(json);
    }
  });
});

test("two runs in two folders write the same bytes, and no path of the machine", () => {
  const first = written([dev, prod]);
  expect(written([dev, prod])).toEqual(first);
  for (const text of Object.values(first)) expect(text).not.toContain(process.cwd());
});

test("a stack's bytes do not depend on what is built beside it", () => {
  const alone = written([prod]);
  const together = written([dev, prod]);
  const path = "stacks/prod-c01/cdk.tf.json";
  expect(together[path]).toBe(alone[path]);
});

test("resources say which line of the declaration they came from", () => {
  const line = (number: number) => ({ file: "environments/services/orders.ts", line: number });
  const source = { orders: line(3), "orders.workload": line(8), "orders.stores.state": line(9) };
  const cell = cellOf(dev, { orders: source });
  expect(origin(cell.json, "aws_sqs_queue.orders_events_dlq")).toEqual({
    path: "orders.workload.queue",
    source: line(8),
  });
  expect(origin(cell.json, "aws_dynamodb_table.orders_state")).toEqual({
    path: "orders.stores.state",
    source: line(9),
  });
  expect(origin(cell.json, "aws_kms_key.orders_data_key")).toEqual({
    path: "orders.stores",
    source: line(3),
  });
});

test("without lines the path stands alone, and what services share has neither", () => {
  const [bootstrap] = synthesizeAll([dev]);
  expect(origin(cellOf(dev).json, "aws_lambda_function.orders_processor")).toEqual({
    path: "orders.workload.processor",
  });
  expect(origin(bootstrap!.json, "aws_s3_bucket.state")).toBeUndefined();
});

/** Last: it changes the module for the rest of the file. */
test("what is left out of cdktf for speed changes no byte", () => {
  const fast = written([dev, prod]);
  restoreCdktf();
  expect(written([dev, prod])).toEqual(fast);
});
