import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge } from "../../../../policies/gate";
import { namesStack } from "../../../e2e/dns";
import { Workspace, type Tool } from "../../support/terraform";

const root = mkdtempSync(join(tmpdir(), "plinth-dns-"));
const json = namesStack();

afterAll(() => rmSync(root, { recursive: true, force: true }));

const file = (name: string, content: unknown) => ({
  name,
  bytes: Buffer.from(JSON.stringify(content)),
});

test.each<Tool>(["terraform", "tofu"])(
  "%s with the real provider plans a name by each policy, and the gate finds wildcards alone",
  async (tool) => {
    const folder = join(root, tool, "names");
    mkdirSync(folder, { recursive: true });
    const workspace = new Workspace(tool, folder, { json });
    workspace.init();
    expect(workspace.validate()).toMatchObject({ valid: true, diagnostics: [] });
    const plan = workspace.plan();
    expect(plan.resource_changes).toHaveLength(19);
    const verdict = await judge([file("plan.json", plan)], {
      ...{ now: new Date(0), stage: "plan", undetermined: "deny" },
      synth: [file("cdk.tf.json", json)],
    });
    expect(verdict.findings.map(({ id, address }) => [id, address])).toEqual([
      ["AWS-ACM-004", "aws_acm_certificate.certificate"],
    ]);
  },
  180_000,
);
