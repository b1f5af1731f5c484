import { Secret, type SecretProps } from "../../../../constructs/aws/secrets/secret";
import { cellOf, LOCATION, origin, resource, statements, synthesizeOne } from "../../support/synth";
import { WITH_SECRETS } from "../../support/secrets";
import { refusalOf } from "../dns/support";

const props = (fields: Partial<SecretProps> = {}): SecretProps => ({
  ...{ name: "test-key", description: "Opens something.", location: LOCATION },
  encryptionKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
  ...fields,
});

const alone = synthesizeOne((stack) => void new Secret(stack, "it", props()));
const { json } = cellOf(WITH_SECRETS);

test("a secret is made without a value, and comes back for 30 days", () => {
  expect(resource(alone, "aws_secretsmanager_secret.it")).toEqual({
    name: "test-key",
    description: "Opens something.",
    kms_key_id: "arn:aws:kms:us-east-1:123456789012:key/k",
    recovery_window_in_days: 30,
  });
  expect(alone.resource?.["aws_secretsmanager_secret_version"]).toBeUndefined();
});

const generating = synthesizeOne(
  (stack) => void new Secret(stack, "it", props({ generated: { punctuation: false, version: 2 } })),
);

test("a random value is asked for and written only, once for each version, behind the secret's policy", () => {
  expect(generating.ephemeral).toEqual({
    aws_secretsmanager_random_password: {
      it_value_random: {
        password_length: 32,
        exclude_punctuation: true,
        require_each_included_type: true,
      },
    },
  });
  expect(resource(generating, "aws_secretsmanager_secret_version.it_value")).toEqual({
    secret_id: "${aws_secretsmanager_secret.it.id}",
    secret_string_wo:
      "${ephemeral.aws_secretsmanager_random_password.it_value_random.random_password}",
    secret_string_wo_version: 2,
    depends_on: ["aws_secretsmanager_secret_policy.it_policy"],
  });
});

test("nobody uses it over plain HTTP or from another account, whoever lets them", () => {
  const { secret_arn, block_public_policy, policy } = resource(
    alone,
    "aws_secretsmanager_secret_policy.it_policy",
  );
  expect({ secret_arn, block_public_policy }).toEqual({
    secret_arn: "${aws_secretsmanager_secret.it.arn}",
    block_public_policy: true,
  });
  const denied = {
    ...{ Effect: "Deny", Principal: "*", Action: "secretsmanager:*", Resource: "*" },
  };
  expect(statements(policy)).toEqual([
    {
      ...{ ...denied, Sid: "DenyInsecureTransport" },
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
    {
      ...{ ...denied, Sid: "DenyOtherAccounts" },
      Condition: {
        StringNotEquals: { "aws:PrincipalAccount": "123456789012" },
        Bool: { "aws:PrincipalIsAWSService": "false" },
      },
    },
  ]);
});

test.each([0, 6, 31])("a window of %s days is refused", (recoveryWindowDays) => {
  expect(refusalOf((stack) => void new Secret(stack, "it", props({ recoveryWindowDays })))).toEqual(
    [`expected 7 to 30 days in which the secret can be brought back, got ${recoveryWindowDays}`],
  );
});

const ARNS = (service: string) => ({
  STRIPE_KEY_SECRET_ARN: `\${aws_secretsmanager_secret.${service}_secrets_stripe_key.arn}`,
  WEBHOOK_KEY_SECRET_ARN: `\${aws_secretsmanager_secret.${service}_secrets_webhook_key.arn}`,
});

test.each([
  ["orders", "orders_processor"],
  ["storefront", "storefront_handler"],
])("the function of %s knows where its secrets are, not what they are", (service, name) => {
  const { environment } = resource(json, `aws_lambda_function.${name}`) as {
    environment: { variables: Record<string, string> };
  };
  expect(environment.variables).toMatchObject(ARNS(service));
});

test("so do containers: a value would stand in the task, and stay there when it changes", () => {
  const { container_definitions: text } = resource(
    json,
    "aws_ecs_task_definition.basket_tasks_definition",
  );
  const [container] = JSON.parse(String(text)) as Record<string, unknown>[];
  expect(container?.environment).toEqual(
    expect.arrayContaining(
      Object.entries(ARNS("basket")).map(([name, value]) => ({ name, value })),
    ),
  );
  expect(container?.secrets).toBeUndefined();
});

test.each([
  ["orders", "orders_processor_grants"],
  ["storefront", "storefront_handler_grants"],
  ["basket", "basket_tasks_role_grants"],
])("the code of %s may read its own secrets, by a key of theirs, and no other", (service, role) => {
  const own = statements(resource(json, `aws_iam_role_policy.${role}`).policy);
  expect(own.filter(({ Sid }) => String(Sid).endsWith("Secrets"))).toEqual([
    {
      Sid: "DecryptSecrets",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: `\${aws_kms_key.${service}_secrets_key.arn}`,
      Condition: { StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" } },
    },
    {
      Sid: "ReadSecrets",
      Effect: "Allow",
      Action: "secretsmanager:GetSecretValue",
      Resource: Object.values(ARNS(service)),
    },
  ]);
});

test("each is found by its name and in its declaration", () => {
  expect(resource(json, "aws_secretsmanager_secret.orders_secrets_stripe_key")).toMatchObject({
    name: "dev-keys-c01-orders-stripe-key",
    kms_key_id: "${aws_kms_key.orders_secrets_key.arn}",
    recovery_window_in_days: 7,
    tags: { service: "orders", environment: "dev-keys" },
  });
  expect(origin(json, "aws_secretsmanager_secret.orders_secrets_stripe_key")).toMatchObject({
    path: "orders.secrets.stripe-key",
  });
  expect(origin(json, "aws_kms_key.orders_secrets_key")).toMatchObject({ path: "orders.secrets" });
});

test("no value stands in the stack, and none is made where none is asked for", () => {
  expect(json.ephemeral).toBeUndefined();
  expect(JSON.stringify(json)).not.toMatch(/secret_string|secret_binary/);
});
