import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AwsEnvironment } from "../../../../model/environment";
import { settle } from "../../../../model/settle";
import { judge } from "../../../../policies/gate";
import { WITH_SECRETS } from "../../support/secrets";
import { cellOf, codeOf } from "../../support/synth";
import { Workspace, type Tool } from "../../support/terraform";

const root = mkdtempSync(join(tmpdir(), "plinth-secrets-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

const file = (name: string, content: unknown) => ({
  name,
  bytes: Buffer.from(JSON.stringify(content)),
});

/** Functions alone: what stands in a network asks AWS for it when it is planned. */
const environment: AwsEnvironment = {
  ...WITH_SECRETS,
  services: WITH_SECRETS.services.filter(({ workload }) => workload.kind !== "containerService"),
};
const { json } = cellOf(environment);

test.each<Tool>(["terraform", "tofu"])(
  "%s with the real provider plans secrets without values, and the gate has nothing against them",
  async (tool) => {
    const folder = join(root, tool, "cell");
    mkdirSync(folder, { recursive: true });
    const workspace = new Workspace(tool, folder, { json });
    for (const service of settle(environment).services)
      writeFileSync(join(folder, codeOf(service).fileName), "not opened by a plan");
    workspace.init();
    expect(workspace.validate()).toMatchObject({ valid: true, diagnostics: [] });
    const plan = workspace.plan();
    const secrets = plan.resource_changes.filter(({ address }) =>
      address.startsWith("aws_secretsmanager"),
    );
    expect(secrets).toHaveLength(8);
    const files = [file("plan.json", plan)];
    const synth = [file("cdk.tf.json", json)];
    const verdict = await judge(files, { now: new Date(0), stage: "plan", synth });
    expect(verdict.findings.filter(({ address }) => address.includes("secrets"))).toEqual([]);
    expect(verdict.counts.deny).toBe(0);
  },
  180_000,
);
