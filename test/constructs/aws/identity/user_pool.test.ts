import { UserPool, type UserPoolProps } from "../../../../constructs/aws/identity/user_pool";
import { TerraformOutput } from "../../../../constructs/tf";
import { refusalOf } from "../dns/support";
import { resource, synthesizeOne } from "../../support/synth";

const made = (fields: Partial<UserPoolProps> = {}) =>
  synthesizeOne((stack) => void new UserPool(stack, "it", { name: "test-users", ...fields }));

const EMAIL = {
  identity: "arn:aws:ses:us-east-1:123456789012:identity/example.com",
  from: "no-reply@example.com",
};

test("said nothing, users are invited, have two factors and a long password, and are not deleted", () => {
  expect(resource(made(), "aws_cognito_user_pool.it")).toEqual({
    name: "test-users",
    username_attributes: ["email"],
    username_configuration: { case_sensitive: false },
    auto_verified_attributes: ["email"],
    user_attribute_update_settings: { attributes_require_verification_before_update: ["email"] },
    account_recovery_setting: { recovery_mechanism: [{ name: "verified_email", priority: 1 }] },
    admin_create_user_config: { allow_admin_create_user_only: true },
    mfa_configuration: "ON",
    software_token_mfa_configuration: { enabled: true },
    password_policy: {
      minimum_length: 14,
      require_lowercase: true,
      require_uppercase: true,
      require_numbers: true,
      require_symbols: true,
      password_history_size: 24,
      temporary_password_validity_days: 3,
    },
    deletion_protection: "ACTIVE",
    user_pool_tier: "PLUS",
    user_pool_add_ons: { advanced_security_mode: "ENFORCED" },
  });
});

test("a password that leaked opens nothing", () => {
  expect(resource(made(), "aws_cognito_risk_configuration.it_risks")).toEqual({
    user_pool_id: "${aws_cognito_user_pool.it.id}",
    compromised_credentials_risk_configuration: {
      event_filter: ["PASSWORD_CHANGE", "SIGN_IN", "SIGN_UP"],
      actions: { event_action: "BLOCK" },
    },
  });
});

test("with an address of its own, users hear of sign-ins unlike theirs, which are stopped", () => {
  const json = made({ email: EMAIL });
  expect(resource(json, "aws_cognito_user_pool.it").email_configuration).toEqual({
    email_sending_account: "DEVELOPER",
    source_arn: EMAIL.identity,
    from_email_address: EMAIL.from,
  });
  expect(resource(json, "aws_cognito_risk_configuration.it_risks")).toMatchObject({
    account_takeover_risk_configuration: {
      actions: {
        medium_action: { event_action: "MFA_REQUIRED", notify: true },
        high_action: { event_action: "BLOCK", notify: true },
      },
      notify_configuration: { source_arn: EMAIL.identity, from: EMAIL.from },
    },
  });
});

test("threats that are only logged, or nobody looks for, are not stopped", () => {
  const [audited, off] = [
    made({ threatProtection: "audit" }),
    made({ threatProtection: "off", email: EMAIL }),
  ];
  expect(resource(audited, "aws_cognito_user_pool.it")).toMatchObject({
    user_pool_tier: "PLUS",
    user_pool_add_ons: { advanced_security_mode: "AUDIT" },
  });
  expect(resource(off, "aws_cognito_user_pool.it").user_pool_tier).toBe("ESSENTIALS");
  expect(resource(off, "aws_cognito_user_pool.it").user_pool_add_ons).toBeUndefined();
  for (const json of [audited, off])
    expect(json.resource?.["aws_cognito_risk_configuration"]).toBeUndefined();
});

test("everything can be said otherwise", () => {
  const json = made({
    ...{ signUp: "open", mfa: "optional", passwordLength: 20 },
    ...{ deletionProtection: false, preventDestroy: true },
  });
  expect(resource(json, "aws_cognito_user_pool.it")).toMatchObject({
    admin_create_user_config: { allow_admin_create_user_only: false },
    mfa_configuration: "OPTIONAL",
    password_policy: { minimum_length: 20 },
    deletion_protection: "INACTIVE",
    lifecycle: { prevent_destroy: true },
  });
});

test("its tokens are of an issuer that has the pool's address", () => {
  const json = synthesizeOne((stack) => {
    const users = new UserPool(stack, "it", { name: "test-users" });
    new TerraformOutput(stack, "issuer", { value: users.issuer });
  });
  expect(json.output?.["issuer"]).toEqual({
    value: "https://${aws_cognito_user_pool.it.endpoint}",
  });
});

test.each([6, 100])("passwords of %s characters are refused", (passwordLength) => {
  const build = () =>
    refusalOf((stack) => void new UserPool(stack, "it", { name: "test-users", passwordLength }));
  expect(build()).toEqual([`expected passwords of 8 to 99 characters, got ${passwordLength}`]);
});
