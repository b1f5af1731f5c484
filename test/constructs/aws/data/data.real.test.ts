import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AwsEnvironment } from "../../../../model/environment";
import { judge } from "../../../../policies/gate";
import { WITH_DATA } from "../../support/data";
import { knowingNetwork } from "../../support/known_network";
import { cellOf } from "../../support/synth";
import { Workspace, type Plan, type Tool } from "../../support/terraform";

const root = mkdtempSync(join(tmpdir(), "plinth-data-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

const stackOf = (environment: AwsEnvironment) => knowingNetwork(cellOf(environment));

const production: AwsEnvironment = { ...WITH_DATA, name: "prod-data", stage: "production" };

describe.each<Tool>(["terraform", "tofu"])("%s with the real provider", (tool) => {
  test.each(
    [WITH_DATA, production].map((environment) => [environment.stage, environment] as const),
  )(
    "takes the databases and caches of %s as valid, plans to make all, and the gate passes the plan",
    async (_, environment) => {
      const stack = stackOf(environment);
      const folder = join(root, tool, environment.name);
      mkdirSync(folder, { recursive: true });
      const workspace = new Workspace(tool, folder, stack);
      workspace.init();
      expect(workspace.validate()).toMatchObject({ valid: true, diagnostics: [] });
      const plan = workspace.plan();
      expect(plan.resource_changes).toHaveLength(stack.resources);
      expect(await verdictOf(plan, stack)).toMatchObject({ verdict: "pass", findings: [] });
    },
    240_000,
  );
});

function verdictOf(plan: Plan, stack: ReturnType<typeof stackOf>) {
  const file = (name: string, content: unknown) => ({
    name,
    bytes: Buffer.from(JSON.stringify(content)),
  });
  return judge([file("plan.json", plan)], {
    now: new Date(0),
    stage: "plan",
    synth: [file("cdk.tf.json", stack.json)],
    undetermined: "deny",
  });
}
