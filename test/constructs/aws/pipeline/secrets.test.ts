import { dev } from "../../../../environments/dev";
import { orders } from "../../../../environments/services/orders";
import type { SecretDeclaration } from "../../../../model/secrets/declaration";
import { GITHUB } from "../../support/pipeline";
import { statements, synthesizeAll } from "../../support/synth";

const secrets = { "stripe-key": { description: "Takes payments." } };
const environment = {
  ...{ ...dev, name: "dev-keys", pipeline: GITHUB },
  tool: { name: "terraform", version: "1.11" },
} as const;
const bootstrapOf = (declared: Readonly<Record<string, SecretDeclaration>>) =>
  synthesizeAll([{ ...environment, services: [{ ...orders, secrets: declared }] }]).find(
    ({ id }) => id === "dev-keys-bootstrap",
  )!.json;
const bootstrap = bootstrapOf(secrets);
const generating = bootstrapOf({
  ...secrets,
  "session-key": { description: "Signs cookies.", generate: {} },
});

const said = (policy: string, json = bootstrap) =>
  Object.entries(json.resource?.["aws_iam_policy"] ?? {})
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

const granted = (policy: string, action: string) =>
  said(policy, generating).filter(({ Action }) => [Action].flat().includes(action));

const SESSION_KEY =
  "arn:aws:secretsmanager:us-east-1:123456789012:secret:dev-keys-c01-orders-session-key-??????";

test.each([
  ["read", "secretsmanager:GetSecretValue"],
  ["write", "secretsmanager:PutSecretValue"],
])("of a value that an apply makes, and of no other, it may %s: %s", (policy, action) => {
  expect(granted(policy, action).map(({ Resource }) => Resource)).toEqual([SESSION_KEY]);
});

test("it decrypts through Secrets Manager alone, and asks AWS for what is made up", () => {
  const [decrypted] = granted("read", "kms:Decrypt");
  expect(decrypted?.Condition).toEqual({
    StringEquals: {
      "aws:ResourceTag/environment": "dev-keys",
      "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
    },
  });
  expect(granted("read", "secretsmanager:GetRandomPassword")).toHaveLength(1);
});

describe("where a secret is rotated", () => {
  const rotating = bootstrapOf({
    "cookie-key": {
      description: "Signs cookies.",
      rotate: { code: "functions/rotation", every: "30d", random: true },
    },
  });
  const reached = (policy: RegExp, action: string) =>
    Object.entries(rotating.resource?.["aws_iam_policy"] ?? {})
      .filter(([name]) => policy.test(name))
      .flatMap(([, { policy: text }]) => statements(text))
      .filter(({ Action }) => [Action].flat().includes(action))
      .map(({ Resource }) => Resource);

  test("a pipeline says so, and calls no function but those that rotate, as AWS asks it to be able to", () => {
    expect(reached(/write/, "secretsmanager:RotateSecret")).toEqual([OURS[1]]);
    expect(reached(/write/, "lambda:InvokeFunction")).toEqual([
      "arn:aws:lambda:us-east-1:123456789012:function:dev-keys-*-*-*-rotation",
    ]);
    expect(reached(/write|read/, "secretsmanager:UpdateSecretVersionStage")).toEqual([]);
  });

  test("a function may have values made up, which no resource bounds, and puts them into the environment's secrets alone", () => {
    expect(reached(/boundary/, "secretsmanager:GetRandomPassword")).toEqual(["*"]);
    expect(reached(/boundary/, "secretsmanager:PutSecretValue")).toEqual([OURS.slice(1)]);
  });
});
