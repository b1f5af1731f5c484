import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge } from "../../../../policies/gate";
import type { AwsEnvironment } from "../../../../model/environment";
import { SIGNED_IN, SIGNED_IN_PRODUCTION } from "../../support/sign_in";
import { synthesizeAll } from "../../support/synth";
import { Workspace, type Tool } from "../../support/terraform";

const root = mkdtempSync(join(tmpdir(), "plinth-sign-in-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

const file = (name: string, content: unknown) => ({
  name,
  bytes: Buffer.from(JSON.stringify(content)),
});

/** Without what is not asked about here. */
const usersOf = (environment: AwsEnvironment) =>
  synthesizeAll([{ ...environment, network: undefined as never }]).find(
    ({ id }) => id === `${environment.name}-network`,
  )!.json;

const CASES = (["terraform", "tofu"] as const).flatMap((tool) =>
  [SIGNED_IN, SIGNED_IN_PRODUCTION].map((of) => [tool, of.stage, of] as const),
);

test.each<readonly [Tool, string, AwsEnvironment]>(CASES)(
  "%s with the real provider plans the users of %s, and the gate has nothing against them",
  async (tool, _, environment) => {
    const json = usersOf(environment);
    const folder = join(root, tool, environment.name);
    mkdirSync(folder, { recursive: true });
    const workspace = new Workspace(tool, folder, { json });
    workspace.init();
    expect(workspace.validate()).toMatchObject({ valid: true, diagnostics: [] });
    const plan = workspace.plan();
    const types = plan.resource_changes.map(({ address }) => address.split(".")[0]);
    expect(types.filter((type) => type?.startsWith("aws_cognito"))).toEqual([
      "aws_cognito_resource_server",
      ...(environment.stage === "production" ? ["aws_cognito_risk_configuration"] : []),
      "aws_cognito_user_pool",
      ...["aws_cognito_user_pool_client", "aws_cognito_user_pool_client"],
      "aws_cognito_user_pool_domain",
    ]);
    const verdict = await judge([file("plan.json", plan)], {
      ...{ now: new Date(0), stage: "plan", undetermined: "deny" },
      synth: [file("cdk.tf.json", json)],
    });
    expect(verdict.findings).toEqual([]);
  },
  180_000,
);
