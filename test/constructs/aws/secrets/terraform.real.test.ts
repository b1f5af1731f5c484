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

/** As `environment`, with values that an apply makes. */
const generating = cellOf({
  ...{ ...environment, tool: { name: "terraform", version: "1.11" } },
  services: environment.services.map((service) => ({
    ...service,
    secrets: { "session-key": { description: "Signs cookies.", generate: {} } },
  })),
}).json;

function workspaceOf(tool: Tool): Workspace {
  const folder = join(root, tool, "generating");
  mkdirSync(folder, { recursive: true });
  return new Workspace(tool, folder, { json: generating });
}

test("Terraform takes a value that is asked for and written only", () => {
  const workspace = workspaceOf("terraform");
  workspace.init();
  expect(workspace.validate()).toMatchObject({ valid: true, diagnostics: [] });
}, 60_000);

test("OpenTofu 1.10 refuses it, as the stack says", () => {
  expect(() => workspaceOf("tofu").init()).toThrow(
    /required_version|Unsupported OpenTofu Core version|named "ephemeral"/,
  );
}, 60_000);

test("the gate passes it as it is written", async () => {
  const synth = [file("cdk.tf.json", generating)];
  const verdict = await judge(synth, { now: new Date(0), stage: "synth" });
  expect(verdict.findings.filter(({ address }) => address.includes("secrets"))).toEqual([]);
  expect(verdict.counts.deny).toBe(0);
});
