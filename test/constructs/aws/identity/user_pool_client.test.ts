import {
  UserPoolClient,
  type UserPoolClientProps,
} from "../../../../constructs/aws/identity/user_pool_client";
import { refusalOf } from "../dns/support";
import { resource, synthesizeOne } from "../../support/synth";

const props = (fields: Partial<UserPoolClientProps>): UserPoolClientProps => ({
  ...{ name: "test-shop", userPoolId: "us-east-1_a1b2c3" },
  callbacks: ["https://shop.example.com/signed-in"],
  ...fields,
});

const made = (fields: Partial<UserPoolClientProps> = {}) =>
  resource(
    synthesizeOne((stack) => void new UserPoolClient(stack, "it", props(fields))),
    "aws_cognito_user_pool_client.it",
  );

test("a client keeps no secret, gets tokens for a code alone, and tells nobody who has an account", () => {
  expect(made()).toEqual({
    name: "test-shop",
    user_pool_id: "us-east-1_a1b2c3",
    generate_secret: false,
    allowed_oauth_flows_user_pool_client: true,
    allowed_oauth_flows: ["code"],
    allowed_oauth_scopes: ["email", "openid", "profile"],
    callback_urls: ["https://shop.example.com/signed-in"],
    logout_urls: ["https://shop.example.com/signed-in"],
    supported_identity_providers: ["COGNITO"],
    explicit_auth_flows: ["ALLOW_USER_SRP_AUTH"],
    prevent_user_existence_errors: "ENABLED",
    enable_token_revocation: true,
    access_token_validity: 900,
    id_token_validity: 900,
    refresh_token_validity: 604_800,
    token_validity_units: [
      { access_token: "seconds", id_token: "seconds", refresh_token: "seconds" },
    ],
    refresh_token_rotation: [{ feature: "ENABLED", retry_grace_period_seconds: 30 }],
  });
});

test("a refresh token is not good for a flow beside the rotation, which AWS refuses", () => {
  expect(made().explicit_auth_flows).not.toContain("ALLOW_REFRESH_TOKEN_AUTH");
});

test("everything can be said otherwise", () => {
  expect(
    made({
      logouts: ["https://shop.example.com/"],
      scopes: ["openid", "catalogue/read"],
      ...{ accessTokenSeconds: 300, refreshTokenSeconds: 3_600 },
    }),
  ).toMatchObject({
    logout_urls: ["https://shop.example.com/"],
    allowed_oauth_scopes: ["catalogue/read", "openid"],
    ...{ access_token_validity: 300, id_token_validity: 300, refresh_token_validity: 3_600 },
  });
});

test.each<[Partial<UserPoolClientProps>, string]>([
  [{ accessTokenSeconds: 60 }, "expected an access token that is good for 300 to 86400 s, got 60"],
  [
    { refreshTokenSeconds: 1_800 },
    "expected a refresh token that is good for 3600 to 315360000 s, got 1800",
  ],
  [
    { accessTokenSeconds: 7_200, refreshTokenSeconds: 3_600 },
    "expected refresh tokens that are good for longer than access tokens (7200 s), got 3600 s",
  ],
])("%j is refused", (fields, line) => {
  expect(refusalOf((stack) => void new UserPoolClient(stack, "it", props(fields)))).toEqual([line]);
});
