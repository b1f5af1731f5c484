import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TerraformJson } from "../../../constructs/terraform_json";
import { judge } from "../../../policies/gate";
import { Workspace, type Tool } from "./terraform";

/** What a plan is made of: a stack as it is written. */
export interface Written {
  readonly resources: number;
  readonly json: TerraformJson;
}

const file = (name: string, content: unknown) => ({
  name,
  bytes: Buffer.from(JSON.stringify(content)),
});

/** One claim for each tool and case: the real provider takes the stack, plans to make all of it, and the gate finds nothing in the plan. */
export function provePlans<C>(
  what: string,
  cases: readonly (readonly [string, C])[],
  stackOf: (of: C) => Written,
): void {
  const root = mkdtempSync(join(tmpdir(), "plinth-plans-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  describe.each<Tool>(["terraform", "tofu"])("%s with the real provider", (tool) => {
    test.each(cases)(
      `takes the ${what} of %s as valid, plans to make all, and the gate passes the plan`,
      async (name, of) => {
        const stack = stackOf(of);
        const folder = join(root, tool, name);
        mkdirSync(folder, { recursive: true });
        const workspace = new Workspace(tool, folder, stack);
        workspace.init();
        expect(workspace.validate()).toMatchObject({ valid: true, diagnostics: [] });
        const plan = workspace.plan();
        expect(plan.resource_changes).toHaveLength(stack.resources);
        const verdict = await judge([file("plan.json", plan)], {
          ...{ now: new Date(0), stage: "plan", undetermined: "deny" },
          synth: [file("cdk.tf.json", stack.json)],
        });
        expect(verdict).toMatchObject({ verdict: "pass", findings: [] });
      },
      240_000,
    );
  });
}
