import { dev } from "../../../../environments/dev";
import { orders } from "../../../../environments/services/orders";
import type { AwsEnvironment } from "../../../../model/environment";
import { cellOf, CONTAINED, resource, statements } from "../../support/synth";

const SECRETS = {
  "cookie-key": {
    description: "Signs cookies.",
    rotate: { code: "functions/rotation", every: "30d", random: true },
  },
  "stripe-key": {
    description: "Takes payments.",
    rotate: { code: "functions/stripe", every: "90d", timeout: "5m" },
  },
  "webhook-key": { description: "Signs what we tell others." },
} as const;

const environment: AwsEnvironment = {
  ...dev,
  name: "dev-keys",
  services: [{ ...orders, secrets: SECRETS }],
};
const { json } = cellOf(environment);

const COOKIE = "orders_secrets_cookie_key";
const STRIPE = "orders_secrets_stripe_key";
const ofFunction = (secret: string) =>
  statements(resource(json, `aws_iam_role_policy.${secret}_rotation_function_grants`).policy);

test("those that declare it are rotated, by a function of their own", () => {
  expect(Object.keys(json.resource?.["aws_secretsmanager_secret_rotation"] ?? {})).toEqual([
    ...[`${COOKIE}_rotation`, `${STRIPE}_rotation`],
  ]);
  expect(resource(json, `aws_secretsmanager_secret_rotation.${STRIPE}_rotation`)).toMatchObject({
    secret_id: `\${aws_secretsmanager_secret.${STRIPE}.id}`,
    rotation_lambda_arn: `arn:aws:lambda:us-east-1:123456789012:function:\${aws_lambda_function.${STRIPE}_rotation_function.function_name}`,
    rotation_rules: { automatically_after_days: 90 },
    depends_on: [
      `aws_lambda_permission.${STRIPE}_rotation_permission`,
      `aws_secretsmanager_secret_policy.${STRIPE}_policy`,
    ],
  });
});

test("the function runs the declared code, one at a time, and logs where its key encrypts", () => {
  expect(resource(json, `aws_lambda_function.${STRIPE}_rotation_function`)).toMatchObject({
    function_name: "dev-keys-c01-orders-stripe-key-rotation",
    filename: "assets/orders-stripe-key-rotation-aws.zip",
    ...{ timeout: 300, reserved_concurrent_executions: 1 },
    kms_key_arn: "${aws_kms_key.orders_secrets_key.arn}",
    environment: { variables: { SERVICE: "orders", ENVIRONMENT: "dev-keys" } },
  });
  expect(resource(json, `aws_cloudwatch_log_group.${STRIPE}_rotation_function_logs`)).toMatchObject(
    {
      name: "/aws/lambda/dev-keys-c01-orders-stripe-key-rotation",
      kms_key_id: "${aws_kms_key.orders_logs_key.arn}",
    },
  );
  expect(String(resource(json, "aws_kms_key.orders_logs_key").policy)).toContain(
    "log-group:/aws/lambda/dev-keys-c01-orders-stripe-key-rotation",
  );
});

test("Secrets Manager alone calls it, for this secret of this account", () => {
  expect(resource(json, `aws_lambda_permission.${STRIPE}_rotation_permission`)).toEqual({
    statement_id: "SecretsManager",
    action: "lambda:InvokeFunction",
    function_name: `\${aws_lambda_function.${STRIPE}_rotation_function.function_name}`,
    principal: "secretsmanager.amazonaws.com",
    source_account: "123456789012",
    source_arn: `\${aws_secretsmanager_secret.${STRIPE}.arn}`,
  });
});

test("it may do what its four steps call, with its own secret, and nothing else", () => {
  const said = ofFunction(STRIPE);
  expect(said.map(({ Sid }) => Sid)).toEqual([
    ...["DecryptVariables", "RotateSecret", "UseSecretKey", "WriteLogs", "WriteTraces"],
  ]);
  expect(said.find(({ Sid }) => Sid === "RotateSecret")).toMatchObject({
    Action: [
      "secretsmanager:DescribeSecret",
      "secretsmanager:GetSecretValue",
      "secretsmanager:PutSecretValue",
      "secretsmanager:UpdateSecretVersionStage",
    ],
    Resource: `\${aws_secretsmanager_secret.${STRIPE}.arn}`,
  });
  expect(said.find(({ Sid }) => Sid === "UseSecretKey")).toMatchObject({
    Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
    Resource: "${aws_kms_key.orders_secrets_key.arn}",
    Condition: { StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" } },
  });
});

test("values are made up by AWS only where the declaration says so", () => {
  const random = (secret: string) =>
    ofFunction(secret).filter(({ Action }) => Action === "secretsmanager:GetRandomPassword");
  expect([random(COOKIE).length, random(STRIPE).length]).toEqual([1, 0]);
});

test("the service's own code reads the secret as before, and rotates nothing", () => {
  const { policy } = resource(json, "aws_iam_role_policy.orders_processor_grants");
  expect(String(policy)).not.toMatch(/UpdateSecretVersionStage|PutSecretValue/);
});

test("secrets of containers are rotated too", () => {
  const [basket] = CONTAINED.services;
  const { "stripe-key": stripe } = SECRETS;
  const cell = cellOf({
    ...CONTAINED,
    services: [{ ...basket, secrets: { "stripe-key": stripe } }],
  });
  expect(Object.keys(cell.json.resource?.["aws_secretsmanager_secret_rotation"] ?? {})).toEqual([
    "basket_secrets_stripe_key_rotation",
  ]);
});
