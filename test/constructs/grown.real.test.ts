import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SynthesizedStack } from "../../constructs/synth";
import type { AwsEnvironment } from "../../model/environment";
import {
  growthOf,
  QUIET,
  STANDING,
  WITH_A_SERVICE,
  WITH_A_TIER,
  WITH_A_ZONE,
  type Growth,
} from "./support/growth";
import { knowingContracts } from "./support/known_contracts";
import { standAsPlanned } from "./support/stood";
import { synthesizeAll } from "./support/synth";
import { Workspace, type Tool } from "./support/terraform";

const root = mkdtempSync(join(tmpdir(), "plinth-grown-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

const stackOf = (environment: AwsEnvironment, part: string): SynthesizedStack =>
  knowingContracts(synthesizeAll([environment]).find(({ id }) => id === `prod-${part}`)!);

/** As if the stack had been applied. */
function standing(tool: Tool, environment: AwsEnvironment, part: string): Workspace {
  const folder = join(root, tool, `${part}-${environment.services.length}`);
  mkdirSync(folder, { recursive: true });
  const stack = stackOf(environment, part);
  const workspace = new Workspace(tool, folder, stack);
  workspace.init();
  standAsPlanned(workspace, stack.json);
  return workspace;
}

function grown(workspace: Workspace, environment: AwsEnvironment, part: string): Growth {
  workspace.write(stackOf(environment, part));
  return growthOf(workspace.plan());
}

const NETWORK = ["aws_cloudwatch_log_group", "aws_cognito_user_pool", "aws_kms_key", "aws_subnet"];
const CELL = [
  ...["aws_backup_vault", "aws_cloudwatch_log_group", "aws_dynamodb_table"],
  ...["aws_elasticache_serverless_cache", "aws_kms_key", "aws_rds_cluster", "aws_s3_bucket"],
  "aws_sqs_queue",
];

const untouched = (standing: readonly string[]): Growth => ({ standing, touched: [], removed: [] });

describe.each<Tool>(["terraform", "tofu"])("%s with the real provider", (tool) => {
  test.each([
    ["a zone that joins prod", STANDING, WITH_A_ZONE],
    ["a tier that joins", QUIET, WITH_A_TIER],
  ])(
    "%s leaves subnets, users, keys and logs as they are, and removes nothing",
    (_, before, after) => {
      const growth = grown(standing(tool, before, "network"), after, "network");
      expect(growth).toEqual(untouched(NETWORK));
    },
    400_000,
  );
});

/** What is copied is said anew; what was copied stays in the vault. */
const SELECTED = ["aws_backup_selection.cell_backup_selection delete,create"];

/** With one tool, since it is the provider that decides and the cell takes it minutes. */
test("a zone or a service that joins prod touches no store, queue, key or vault", () => {
  const cell = standing("terraform", STANDING, "c01");
  expect(grown(cell, WITH_A_ZONE, "c01")).toEqual(untouched(CELL));
  expect(grown(cell, WITH_A_SERVICE, "c01")).toEqual({ ...untouched(CELL), removed: SELECTED });
}, 600_000);

test("a tier that joins is nothing to a cell", () => {
  const [before, after] = [QUIET, WITH_A_TIER].map((one) => stackOf(one, "c01").json);
  expect(after).toEqual(before);
});

test("nor is a service to the network", () => {
  const [before, after] = [STANDING, WITH_A_SERVICE].map((one) => stackOf(one, "network").json);
  expect(after).toEqual(before);
});
