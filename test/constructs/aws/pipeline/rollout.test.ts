import { dev } from "../../../../environments/dev";
import { GITHUB } from "../../support/pipeline";
import { rolledApi } from "../../support/rollout";
import { statements, synthesizeAll } from "../../support/synth";

const environment = {
  ...{ ...dev, name: "dev-step", pipeline: GITHUB },
  services: [rolledApi({ strategy: "canary" })],
} as const;

const bootstrap = synthesizeAll([environment]).find(({ id }) => id === "dev-step-bootstrap")!.json;

const said = (policy: string) =>
  Object.entries(bootstrap.resource?.["aws_iam_policy"] ?? {})
    .filter(([name]) => name.startsWith(`pipeline_${policy}`))
    .flatMap(([, { policy: text }]) => statements(text));

/** What a policy lets do by CodeDeploy, and with what. */
const about = (policy: string, service = "codedeploy:") =>
  said(policy).flatMap(({ Action, Resource }) =>
    [Action]
      .flat()
      .map(String)
      .filter((action) => action.startsWith(service))
      .map((action) => [action, [Resource].flat().map(String)] as const),
  );

const OURS =
  /^arn:aws:codedeploy:us-east-1:123456789012:(application|deploymentconfig|deploymentgroup):dev-step-/;

test("a pipeline makes what shifts calls, and starts it, under the environment's names alone", () => {
  const made = about("write");
  expect(made.map(([action]) => action)).toEqual(
    expect.arrayContaining([
      "codedeploy:CreateApplication",
      "codedeploy:CreateDeployment",
      "codedeploy:CreateDeploymentConfig",
      "codedeploy:CreateDeploymentGroup",
      "codedeploy:RegisterApplicationRevision",
    ]),
  );
  for (const [, resources] of made) for (const one of resources) expect(one).toMatch(OURS);
});

test("who plans starts nothing", () => {
  expect(about("read").map(([action]) => action)).toEqual([
    "codedeploy:GetApplication",
    "codedeploy:GetDeploymentConfig",
    "codedeploy:GetDeploymentGroup",
    "codedeploy:ListTagsForResource",
  ]);
});

test("the role that shifts calls is passed to CodeDeploy alone", () => {
  const passed = said("write").find(({ Sid }) => String(Sid).includes("RolloutShift"));
  expect(passed).toMatchObject({
    Action: "iam:PassRole",
    Condition: { StringEquals: { "iam:PassedToService": "codedeploy.amazonaws.com" } },
  });
});

test("no role of a service looks at alarms of another environment", () => {
  expect(about("boundary", "cloudwatch:")).toEqual([
    [
      "cloudwatch:DescribeAlarms",
      expect.arrayContaining(["arn:aws:cloudwatch:us-east-1:123456789012:alarm:dev-step-c01-*"]),
    ],
  ]);
});
