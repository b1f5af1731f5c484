import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SynthesizedStack } from "../../../constructs/synth";
import type { AwsEnvironment } from "../../../model/environment";
import { inTwo, SINGLE } from "../../model/regions/regions";
import { growthOf } from "../support/growth";
import { knowingContracts } from "../support/known_contracts";
import { provePlans } from "../support/planned";
import { standAsPlanned } from "../support/stood";
import { synthesizeAll } from "../support/synth";
import { Workspace, type Tool } from "../support/terraform";

const PRODUCTION = {
  ...SINGLE,
  name: "prod-two",
  stage: "production",
} as const satisfies AwsEnvironment;

const stackOf = (environment: AwsEnvironment, part: string): SynthesizedStack =>
  knowingContracts(
    synthesizeAll([environment]).find(({ id }) => id === `${environment.name}-${part}`)!,
  );

provePlans(
  "stack",
  [
    ["a second region that waits", stackOf(inTwo(), "c01-us-west-2")],
    [
      "a second region that answers",
      stackOf(inTwo({ mode: "activeActive" }, PRODUCTION), "c01-us-west-2"),
    ],
    ["the first of two regions", stackOf(inTwo({}, PRODUCTION), "c01")],
  ] as const,
  (stack) => stack,
);

const UNTOUCHED = {
  standing: [
    ...["aws_backup_vault", "aws_cloudwatch_log_group", "aws_dynamodb_table"],
    ...["aws_kms_key", "aws_sqs_queue"],
  ],
  touched: [],
  removed: [],
};

const STATE = "terraform.tfstate";

interface State {
  readonly resources: readonly {
    readonly type: string;
    readonly instances: readonly { readonly attributes: Readonly<Record<string, unknown>> }[];
  }[];
}

const COPY = {
  ...{ region_name: "us-west-2", arn: "", stream_arn: "", stream_label: "" },
  ...{ kms_key_arn: "", point_in_time_recovery: true, propagate_tags: false },
};

/** As the provider reads it once the second region's stack was applied. */
const copied = (state: State): State => ({
  ...state,
  resources: state.resources.map((resource) => ({
    ...resource,
    instances: resource.instances.map((instance) => ({
      ...instance,
      attributes: {
        ...instance.attributes,
        ...(resource.type === "aws_dynamodb_table" && { replica: [COPY] }),
      },
    })),
  })),
});

describe.each<Tool>(["terraform", "tofu"])("%s with the real provider", (tool) => {
  const root = mkdtempSync(join(tmpdir(), "plinth-regions-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("a region that joins touches no table, queue, key or log of the first, and removes nothing there; nor does the next plan remove the copies", () => {
    const folder = join(root, tool);
    mkdirSync(folder, { recursive: true });
    const before = stackOf(PRODUCTION, "c01");
    const workspace = new Workspace(tool, folder, before);
    workspace.init();
    standAsPlanned(workspace, before.json);
    workspace.write(stackOf(inTwo({}, PRODUCTION), "c01"));
    expect(growthOf(workspace.plan())).toEqual(UNTOUCHED);
    workspace.writeState(copied(JSON.parse(readFileSync(join(folder, STATE), "utf8")) as State));
    expect(growthOf(workspace.plan())).toEqual(UNTOUCHED);
  }, 400_000);
});
