import { dev } from "../../../../environments/dev";
import { orders } from "../../../../environments/services/orders";
import { GITHUB } from "../../support/pipeline";
import { statements, synthesizeAll } from "../../support/synth";

const secrets = { "stripe-key": { description: "Takes payments." } };
const environment = { ...dev, name: "dev-keys", pipeline: GITHUB };
const stacks = synthesizeAll([{ ...environment, services: [{ ...orders, secrets }] }]);
const bootstrap = stacks.find(({ id }) => id === "dev-keys-bootstrap")!.json;

const said = (policy: string) =>
  Object.entries(bootstrap.resource?.["aws_iam_policy"] ?? {})
    .filter(([name]) => name.startsWith(`pipeline_${policy}`))
    .flatMap(([, { policy: text }]) => statements(text));

const about = (policy: string) =>
  said(policy).flatMap(({ Action, Resource }) =>
    [Action]
      .flat()
      .filter((action) => String(action).startsWith("secretsmanager:"))
      .map((action) => [action, Resource]),
  );

const OURS = ["bootstrap", "c01", "network", "observability"].map(
  (stack) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:dev-keys-${stack}-*`,
);

test("a pipeline makes and deletes secrets of the environment's names", () => {
  const made = about("write");
  expect(made.map(([action]) => action)).toEqual(
    expect.arrayContaining(["secretsmanager:CreateSecret", "secretsmanager:DeleteSecret"]),
  );
  for (const [, resources] of made)
    for (const one of [resources].flat()) expect(OURS).toContain(one);
});

test("it reads and writes no value", () => {
  const actions = [...about("read"), ...about("write")].map(([action]) => action);
  expect(actions).not.toContain("secretsmanager:GetSecretValue");
  expect(actions).not.toContain("secretsmanager:PutSecretValue");
});

test("no role that it makes reads secrets of another environment", () => {
  expect(about("boundary").map(([action]) => action)).toEqual(["secretsmanager:GetSecretValue"]);
  for (const [, resources] of about("boundary"))
    for (const one of [resources].flat()) expect(OURS).toContain(one);
});
