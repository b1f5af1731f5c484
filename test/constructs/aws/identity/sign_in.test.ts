import { SignIn } from "../../../../constructs/aws/identity/sign_in";
import type { AwsEnvironment } from "../../../../model/environment";
import { awsSignInNames } from "../../../../model/sign_in/names";
import { refusalOf, ZONE } from "../dns/support";
import { settledSignIn, SIGN_IN, SIGNED_IN, SIGNED_IN_PRODUCTION } from "../../support/sign_in";
import { LOCATION, resource, synthesizeAll, synthesizeOne } from "../../support/synth";

const stackOf = (environment: AwsEnvironment, part: string) => {
  const id = `${environment.name}-${part}`;
  return synthesizeAll([environment]).find((stack) => stack.id === id)!.json;
};

const users = stackOf(SIGNED_IN, "network");
const cell = stackOf(SIGNED_IN, "c01");

const addressesOf = (json: typeof users, type: string): string[] =>
  Object.keys(json.resource?.[type] ?? {}).sort();

describe("the users of an environment", () => {
  test("are in the network's stack, with pages, scopes and clients that never change their addresses", () => {
    expect({
      pools: addressesOf(users, "aws_cognito_user_pool"),
      pages: addressesOf(users, "aws_cognito_user_pool_domain"),
      scopes: addressesOf(users, "aws_cognito_resource_server"),
      clients: addressesOf(users, "aws_cognito_user_pool_client"),
    }).toEqual({
      pools: ["sign_in_users"],
      pages: ["sign_in_pages"],
      scopes: ["sign_in_catalogue_scopes"],
      clients: ["sign_in_desk_client", "sign_in_shop_client"],
    });
    expect(resource(users, "aws_cognito_user_pool.sign_in_users")).toMatchObject({
      name: "dev-users-network-users",
      tags: { service: "platform", environment: "dev-users" },
    });
  });

  test("stand there alone where an environment has no network", () => {
    const environment = {
      ...{ ...SIGNED_IN, network: undefined as never },
      ...{ dns: undefined as never, edge: undefined as never },
      signIn: { ...SIGN_IN, domain: { prefix: "example-dev" } },
    };
    expect(addressesOf(stackOf(environment, "network"), "aws_cognito_user_pool")).toEqual([
      "sign_in_users",
    ]);
  });

  test("can have tokens for the scopes of an API, which are there before its clients", () => {
    expect(resource(users, "aws_cognito_resource_server.sign_in_catalogue_scopes")).toEqual({
      identifier: "catalogue",
      name: "catalogue",
      user_pool_id: "${aws_cognito_user_pool.sign_in_users.id}",
      scope: [
        { scope_name: "read", scope_description: "Read items." },
        { scope_name: "write", scope_description: "Change items." },
      ],
    });
    expect(resource(users, "aws_cognito_user_pool_client.sign_in_desk_client")).toMatchObject({
      name: "dev-users-network-desk",
      allowed_oauth_scopes: ["catalogue/read", "catalogue/write", "email", "openid", "profile"],
      refresh_token_validity: 43_200,
      depends_on: ["aws_cognito_resource_server.sign_in_catalogue_scopes"],
    });
  });

  test("sign in at a host of the zone, by a certificate of its own", () => {
    expect(resource(users, "aws_cognito_user_pool_domain.sign_in_pages")).toEqual({
      domain: "login.dev.example.com",
      certificate_arn:
        "${aws_acm_certificate_validation.sign_in_pages_certificate_issued.certificate_arn}",
      user_pool_id: "${aws_cognito_user_pool.sign_in_users.id}",
      managed_login_version: 1,
    });
    expect(resource(users, "aws_acm_certificate.sign_in_pages_certificate")).toMatchObject({
      domain_name: "login.dev.example.com",
    });
    expect(resource(users, "aws_route53_record.sign_in_pages_address_a")).toMatchObject({
      zone_id: "Z0123456789DEVELOPING",
      name: "login.dev.example.com",
      alias: {
        name: "${aws_cognito_user_pool_domain.sign_in_pages.cloudfront_distribution}",
        zone_id: "${aws_cognito_user_pool_domain.sign_in_pages.cloudfront_distribution_zone_id}",
        evaluate_target_health: false,
      },
    });
  });

  test("of another region have the certificate where CloudFront looks for it", () => {
    const region = "eu-west-1";
    const json = stackOf({ ...SIGNED_IN, region } as AwsEnvironment, "network");
    expect(resource(json, "aws_acm_certificate.sign_in_pages_certificate").provider).toBe(
      "aws.us-east-1",
    );
    expect(resource(json, "aws_cognito_user_pool_domain.sign_in_pages").provider).toBeUndefined();
  });

  test("sign in at a host of AWS, without a certificate and a record", () => {
    const signIn = { ...SIGN_IN, domain: { prefix: "example-dev" } };
    const json = stackOf({ ...SIGNED_IN, signIn }, "network");
    expect(resource(json, "aws_cognito_user_pool_domain.sign_in_pages").domain).toBe("example-dev");
    expect(json.resource?.["aws_acm_certificate"]).toBeUndefined();
    expect(json.output?.["sign_in_address"]).toMatchObject({
      value: "https://example-dev.auth.us-east-1.amazoncognito.com",
    });
  });

  test("are not destroyed by mistake in production", () => {
    const pool = "aws_cognito_user_pool.sign_in_users";
    expect(resource(stackOf(SIGNED_IN_PRODUCTION, "network"), pool)).toMatchObject({
      ...{ deletion_protection: "ACTIVE", lifecycle: { prevent_destroy: true } },
    });
    expect(resource(users, pool)).toMatchObject({ deletion_protection: "INACTIVE" });
    expect(resource(users, pool).lifecycle).toBeUndefined();
  });

  test("are published under one name: who signs their tokens, and for whom", () => {
    const parameter = resource(users, "aws_ssm_parameter.sign_in_contract");
    expect(parameter).toMatchObject({ name: "/plinth/dev-users/sign-in", type: "String" });
    expect(JSON.parse(String(parameter.insecure_value))).toEqual({
      schema: "plinth.signIn/v1",
      pool: "${aws_cognito_user_pool.sign_in_users.id}",
      issuer: "https://${aws_cognito_user_pool.sign_in_users.endpoint}",
      clients: {
        desk: "${aws_cognito_user_pool_client.sign_in_desk_client.id}",
        shop: "${aws_cognito_user_pool_client.sign_in_shop_client.id}",
      },
    });
  });

  test("at a host without a zone are refused", () => {
    const build = () =>
      refusalOf(
        (stack) =>
          void new SignIn(stack, "it", {
            ...{ names: awsSignInNames("test"), location: LOCATION, signIn: settledSignIn() },
          }),
      );
    expect(build()).toEqual([
      "expected the zone of login.dev.example.com, in which its certificate is proved, got none; give a zone or a prefix",
    ]);
  });

  test("work alone, in a zone of somebody's", () => {
    const json = synthesizeOne(
      (stack) =>
        void new SignIn(stack, "it", {
          ...{ names: awsSignInNames("test"), location: LOCATION, zone: ZONE },
          signIn: settledSignIn({ domain: { host: "login.example.com" } }),
        }),
    );
    expect(resource(json, "aws_route53_record.it_pages_address_a").zone_id).toBe(ZONE.id);
  });
});

describe("a service that takes the users' tokens", () => {
  const contract = "jsondecode(data.aws_ssm_parameter.sign_in_contract.insecure_value)";

  test("asks for tokens of their issuer and for its clients, which it reads when it is planned", () => {
    expect(cell.data?.["aws_ssm_parameter"]?.["sign_in_contract"]).toMatchObject({
      name: "/plinth/dev-users/sign-in",
    });
    expect(
      resource(cell, "aws_apigatewayv2_authorizer.storefront_api_routes_jwt").jwt_configuration,
    ).toEqual({
      issuer: `\${${contract}.issuer}`,
      audience: [`\${${contract}.clients.desk}`, `\${${contract}.clients.shop}`],
    });
    expect(
      resource(cell, "aws_apigatewayv2_route.storefront_api_routes_put_v1_items_id"),
    ).toMatchObject({ authorization_type: "JWT", authorization_scopes: ["catalogue/write"] });
  });

  test("reads it once, however many such services are in the cell", () => {
    const services = [{ ...SIGNED_IN.services[0], name: "stall" }];
    const json = stackOf({ ...SIGNED_IN, services: [...SIGNED_IN.services, ...services] }, "c01");
    expect(Object.keys(json.data?.["aws_ssm_parameter"] ?? {})).toEqual(["sign_in_contract"]);
  });
});
