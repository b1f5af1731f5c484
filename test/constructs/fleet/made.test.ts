import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { alikeIn } from "../../../constructs/fleet/sample";
import { renaming } from "../../../constructs/fleet/text";
import type { Ledger } from "../../../constructs/ledger/ledger";
import { synthesize } from "../../../constructs/synth";
import type { AwsEnvironment } from "../../../model/environment";
import { settle } from "../../../model/settle";
import type { ContainerServiceDeclaration } from "../../../model/workloads/containers/declaration";
import { disk } from "../../../operations/disk";
import { FLEET } from "../../model/cells/fleet";
import { HISTORY, SHOP } from "../support/events";
import { ASKING, FORECASTS, RECOMMENDATIONS, SPAM } from "../support/inference";
import { GITHUB } from "../support/pipeline";
import { BOOT, codeOf, inFolder } from "../support/synth";

const CELLS = ["c01", "c02", "c03", "c04", "c05", "c100", "c101", "c102", "c103"];

const MANY = {
  ...FLEET,
  cells: { fleet: CELLS, networkPrefix: 20 },
  pipeline: GITHUB,
} as const satisfies AwsEnvironment;

interface Written {
  readonly files: ReadonlyMap<string, string>;
  readonly ids: readonly string[];
  readonly json: readonly unknown[];
}

const written = (environment: AwsEnvironment, buildAll: boolean, ledger: Ledger = {}): Written =>
  inFolder((outdir) => {
    const stacks = synthesize({
      ...{ environments: [settle(environment)], code: codeOf, boot: () => BOOT },
      ...{ outdir, disk: buildAll ? undefined : disk, ledger: () => ledger },
    });
    const paths = readdirSync(outdir, { recursive: true, encoding: "utf8" }).sort();
    const files = paths.filter((path) => statSync(join(outdir, path)).isFile());
    return {
      files: new Map(files.map((path) => [path, readFileSync(join(outdir, path), "utf8")])),
      ids: stacks.map(({ id }) => id),
      json: stacks.map(({ json, resources, directory }) => ({ json, resources, directory })),
    };
  });

test("what is made from another cell's text is to the byte what building it gives", () => {
  const [made, built] = [written(MANY, false), written(MANY, true)];
  expect(made.ids).toEqual(built.ids);
  expect([...made.files.keys()]).toEqual([...built.files.keys()]);
  for (const [path, text] of built.files)
    expect([path, made.files.get(path) === text]).toEqual([path, true]);
  expect(made.json).toEqual(built.json);
}, 120_000);

test("cells with endpoints, and with who asks them, are made so too", () => {
  const environment = {
    ...FLEET,
    services: [ASKING, RECOMMENDATIONS, FORECASTS, SPAM],
    cells: { fleet: 5 },
  };
  const made = written(environment, false);
  expect(made.files.get("stacks/dev-fleet-c05/cdk.tf.json")).toContain(
    "dev-fleet-c05-recommendations",
  );
  expect(made.files).toEqual(written(environment, true).files);
}, 120_000);

test("cells are made from one whose name is as long, once that pays", () => {
  expect(alikeIn(CELLS)).toEqual([
    { pattern: "c02", proof: "c03", made: ["c04", "c05"] },
    { pattern: "c100", proof: "c101", made: ["c102", "c103"] },
  ]);
  expect(alikeIn(["c01", "c02", "c03", "c04"])).toEqual([]);
});

test("where a text holds a cell's name that is not its own, all cells are built", () => {
  const [orders, checkout] = FLEET.services;
  const workload = checkout.workload as ContainerServiceDeclaration;
  const noted = { ...workload, environment: { NOTE: "moved from c02" } };
  const environment = {
    ...FLEET,
    services: [orders, { ...checkout, workload: noted }],
    cells: { fleet: 5 },
  };
  const made = written(environment, false);
  expect(made.files.get("stacks/dev-fleet-c05/cdk.tf.json")).toContain("moved from c02");
  expect(made.files).toEqual(written(environment, true).files);
}, 120_000);

test("where something of a cell was recorded that is no longer declared, all cells are built", () => {
  const environment = { ...FLEET, services: [FLEET.services[0]], cells: { fleet: 5 } };
  const moved = [{ from: "aws_sqs_queue.old", to: "aws_sqs_queue.orders_events" }];
  const ledger = { "dev-fleet-c05": { resources: {}, moved } };
  const made = written(environment, false, ledger);
  expect(made.files.get("stacks/dev-fleet-c05/cdk.tf.json")).toContain("aws_sqs_queue.old");
  expect(made.files).toEqual(written(environment, true, ledger).files);
}, 120_000);

test("an outbox is its cell's own, and is made from another cell's as all else is", () => {
  const environment = { ...FLEET, services: [HISTORY, SHOP], cells: { fleet: 5 } };
  const made = written(environment, false);
  expect(made.files.get("stacks/dev-fleet-c05/cdk.tf.json")).toContain("dev-fleet-c05-shop-outbox");
  expect(made.files).toEqual(written(environment, true).files);
}, 120_000);

test("only words and ranges of the cell change", () => {
  const rename = renaming(FLEET, "c02", "c03");
  expect(
    rename('"dev-c02-x" "abc02" "c021" "/plinth/c02/" 10.33.16.0/20 10.32.0.0/16 10.33.0.1'),
  ).toBe('"dev-c03-x" "abc02" "c021" "/plinth/c03/" 10.34.16.0/20 10.32.0.0/16 10.33.0.1');
});
