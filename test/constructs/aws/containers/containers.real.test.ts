import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge } from "../../../../policies/gate";
import { withNetwork } from "../../support/offline_network";
import { CONTAINED, ENCRYPTED, synthesizeAll } from "../../support/synth";
import { Workspace, type Plan, type Tool } from "../../support/terraform";

const root = mkdtempSync(join(tmpdir(), "plinth-containers-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

const stacks = synthesizeAll([CONTAINED, ENCRYPTED])
  .filter(
    ({ id }) => id === "dev-tls-c01" || (id.startsWith("dev-box-") && !id.endsWith("-network")),
  )
  .map((stack) => ({ ...stack, json: withNetwork(stack.json) }));

const file = (name: string, content: unknown) => ({
  name,
  bytes: Buffer.from(JSON.stringify(content)),
});

describe.each<Tool>(["terraform", "tofu"])("%s with the real provider", (tool) => {
  const plans = new Map<string, Plan>();

  test.each(stacks)(
    "takes $id as valid and plans to make all of it",
    (stack) => {
      const folder = join(root, tool, stack.id);
      mkdirSync(folder, { recursive: true });
      const workspace = new Workspace(tool, folder, stack);
      workspace.init();
      expect(workspace.validate()).toMatchObject({ valid: true, diagnostics: [] });
      const plan = workspace.plan();
      plans.set(stack.id, plan);
      expect(plan.resource_changes).toHaveLength(stack.resources);
    },
    180_000,
  );

  test.each(stacks)("the gate passes $id, as it is written and as it is planned", async (stack) => {
    const synth = [file("cdk.tf.json", stack.json)];
    const { verdict, findings } = await judge([file("plan.json", plans.get(stack.id))], {
      ...{ now: new Date(0), stage: "plan", synth, undetermined: "deny" },
    });
    expect({ verdict, findings }).toEqual({ verdict: "pass", findings: [] });
    const written = await judge(synth, { now: new Date(0), stage: "synth" });
    expect(written.findings.filter((one) => one.verdict === "deny")).toEqual([]);
  });
});
