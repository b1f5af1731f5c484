import { devGcp } from "../../../environments/dev-gcp";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { problemsOf, settle } from "../../../model/settle";
import { isRequestDriven } from "../../../model/service";
import {
  settledSignIn,
  SIGN_IN,
  SIGNED_IN,
  SIGNED_IN_PRODUCTION,
} from "../../constructs/support/sign_in";
import { changed } from "../fixtures";

const said = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

/** The problems of the environment with users, with one field changed. */
const ofUsers = (path: string, to: unknown): string[] => said(changed(SIGNED_IN, path, to));

test("an environment without users has none", () => {
  expect(settle({ ...SIGNED_IN, signIn: undefined as never, services: [] }).signIn).toBeUndefined();
});

test("what is declared is settled, in an order that is not that of writing", () => {
  expect(settle(SIGNED_IN).signIn).toEqual({
    domain: { kind: "host", host: "login.dev.example.com", name: "login.dev.example.com" },
    clients: [
      {
        name: "desk",
        callbacks: ["https://desk.example.com/signed-in", "http://localhost:5173/signed-in"],
        logouts: ["https://desk.example.com/"],
        scopes: ["openid", "email", "profile", "catalogue/read", "catalogue/write"],
        accessTokenSeconds: 900,
        refreshTokenSeconds: 43_200,
      },
      {
        name: "shop",
        callbacks: ["https://shop.example.com/signed-in"],
        logouts: ["https://shop.example.com/signed-in"],
        scopes: ["openid", "email", "profile"],
        accessTokenSeconds: 900,
        refreshTokenSeconds: 604_800,
      },
    ],
    resources: [
      {
        name: "catalogue",
        scopes: [
          { name: "read", description: "Read items." },
          { name: "write", description: "Change items." },
        ],
      },
    ],
    signUp: "invited",
    mfa: "optional",
    passwordLength: 14,
    threatProtection: "off",
    deletionProtection: false,
    email: SIGN_IN.email,
  });
});

test("production asks each user for a second factor, stops threats and keeps its users", () => {
  expect(settle(SIGNED_IN_PRODUCTION).signIn).toMatchObject({
    ...{ mfa: "required", threatProtection: "enforced", deletionProtection: true },
  });
});

test("what is declared wins over the stage", () => {
  const declared = {
    mfa: "required",
    threatProtection: "audit",
    deletionProtection: true,
    signUp: "open",
    passwordLength: 20,
  } as const;
  expect(settledSignIn(declared)).toMatchObject(declared);
});

test("a prefix is a host of AWS in the environment's region", () => {
  expect(settledSignIn({ domain: { prefix: "example-dev" } }).domain).toEqual({
    kind: "prefix",
    host: "example-dev.auth.us-east-1.amazoncognito.com",
    name: "example-dev",
  });
});

test("what is declared well is no problem", () => {
  expect([...said(SIGNED_IN), ...said(SIGNED_IN_PRODUCTION)]).toEqual([]);
});

test.each<[string, string, unknown, string]>([
  [
    "no address of the pages",
    "signIn.domain",
    {},
    "dev-users.signIn.domain: expected one of `prefix` and `host`, got []",
  ],
  [
    "two addresses of the pages",
    "signIn.domain",
    { prefix: "example", host: "login.dev.example.com" },
    'dev-users.signIn.domain: expected one of `prefix` and `host`, got ["prefix","host"]',
  ],
  [
    "a prefix that AWS keeps for itself",
    "signIn.domain",
    { prefix: "my-aws-shop" },
    'dev-users.signIn.domain.prefix: expected 1 to 63 lower-case letters, digits and dashes, without the words aws, amazon and cognito, got "my-aws-shop"',
  ],
  [
    "a host that is no name",
    "signIn.domain",
    { host: "login" },
    'dev-users.signIn.domain.host: expected a host of at most 63 characters such as login.example.com, got "login"',
  ],
  [
    "a host of another zone",
    "signIn.domain",
    { host: "login.example.org" },
    'dev-users.signIn.domain.host: expected a host below the zone of `dns` (dev.example.com), got "login.example.org"',
  ],
  [
    "a host that is the zone itself",
    "signIn.domain",
    { host: "dev.example.com" },
    'dev-users.signIn.domain.host: expected a host below the zone of `dns` (dev.example.com), got "dev.example.com"',
  ],
  [
    "no client",
    "signIn.clients",
    {},
    "dev-users.signIn.clients: expected 1 to 1000 clients, got 0",
  ],
  [
    "a callback in plain HTTP",
    "signIn.clients.shop.callbacks",
    ["http://shop.example.com/"],
    'dev-users.signIn.clients.shop.callbacks[0]: expected an address without a fragment: https://…, http://localhost:… or an app\'s own such as com.example.shop://signed-in, got "http://shop.example.com/"',
  ],
  [
    "a callback with a fragment",
    "signIn.clients.shop.callbacks",
    ["https://shop.example.com/#/signed-in"],
    'dev-users.signIn.clients.shop.callbacks[0]: expected an address without a fragment: https://…, http://localhost:… or an app\'s own such as com.example.shop://signed-in, got "https://shop.example.com/#/signed-in"',
  ],
  [
    "a client nobody comes back to",
    "signIn.clients.shop.callbacks",
    [],
    "dev-users.signIn.clients.shop.callbacks: expected 1 to 100 addresses, got 0",
  ],
  [
    "a scope of a client that no API has",
    "signIn.clients.shop.scopes",
    ["catalogue/delete"],
    'dev-users.signIn.clients.shop.scopes[0]: expected a scope of `signIn.scopes` (catalogue/write, catalogue/read), got "catalogue/delete"',
  ],
  [
    "a token of a minute",
    "signIn.clients.shop.accessToken",
    "1m",
    'dev-users.signIn.clients.shop.accessToken: expected a duration from "5m" to "24h", got "1m"',
  ],
  [
    "a short password",
    "signIn.passwordLength",
    6,
    "dev-users.signIn.passwordLength: expected a whole number from 8 to 99, got 6",
  ],
  [
    "an address of another account",
    "signIn.email.identity",
    "arn:aws:ses:us-east-1:999999999999:identity/example.com",
    'dev-users.signIn.email.identity: expected an identity of the account 123456789012, got "arn:aws:ses:us-east-1:999999999999:identity/example.com"',
  ],
])("%s is a problem", (_, path, to, line) => {
  expect(ofUsers(path, to)).toEqual([line]);
});

test("a refresh token that ends before the access token is a problem", () => {
  const client = { callbacks: ["https://a.example.com/"], accessToken: "2h", refreshToken: "1h" };
  expect(ofUsers("signIn.clients.desk", client)).toEqual([
    'dev-users.signIn.clients.desk.refreshToken: expected longer than the access token\'s 2h, or there is nothing to refresh, got "1h"',
  ]);
});

test("scopes of a client where no API has any are a problem", () => {
  const signIn = {
    domain: { prefix: "example-dev" },
    clients: { shop: { callbacks: ["https://a.example.com/"], scopes: ["catalogue/read"] } },
  } as const;
  expect(said({ ...SIGNED_IN, services: [], signIn })).toEqual([
    'dev-users.signIn.clients.shop.scopes[0]: expected a scope of `signIn.scopes`, which has none, got "catalogue/read"',
  ]);
});

test("a host without a zone is a problem", () => {
  const environment = { ...SIGNED_IN, edge: undefined as never, dns: undefined as never };
  expect(said(environment)).toEqual([
    'dev-users.signIn.domain.host: expected `dns` of the environment, in whose zone the host is found and its certificate proved, got "login.dev.example.com" and no zone; declare it, or a `prefix`',
  ]);
});

test("a page on the user's own machine is a problem in production", () => {
  expect(said({ ...SIGNED_IN, stage: "production" })).toEqual([
    'dev-users.signIn.clients.desk.callbacks[1]: expected no address of the user\'s own machine in production, where any program may listen, got "http://localhost:5173/signed-in"',
  ]);
});

test("Google Cloud's users are not built yet, and sign-in there says so", () => {
  expect(said({ ...devGcp, signIn: SIGN_IN })).toEqual([
    "dev-gcp.signIn: expected none on Google Cloud (dev-gcp), where sign-in is not built yet (docs/clouds.md says what it will be); leave it out",
  ]);
});

describe("a service that takes the users' tokens", () => {
  const tokensOf = (auth: object) => {
    const [service] = settle(changed(SIGNED_IN, "services[0].workload.auth", auth)).services;
    if (service === undefined || !isRequestDriven(service)) throw new Error("no service");
    return service.workload;
  };

  test("takes those of every client, and knows where they get them", () => {
    expect(tokensOf({ signIn: {} })).toMatchObject({
      jwt: undefined,
      signIn: {
        clients: ["desk", "shop"],
        host: "login.dev.example.com",
        scopes: [
          { name: "openid", description: "Who the user is." },
          { name: "email", description: "The user's mail address." },
          {
            name: "profile",
            description: "The user's name and what else they say of themselves.",
          },
          { name: "catalogue/read", description: "Read items." },
          { name: "catalogue/write", description: "Change items." },
        ],
      },
    });
  });

  test("takes those of some, and asks for a scope where a route does not", () => {
    const workload = tokensOf({ signIn: { clients: ["desk"], scopes: ["catalogue/read"] } });
    expect(workload.signIn?.clients).toEqual(["desk"]);
    expect(workload.routes.map(({ scopes }) => scopes)).toEqual([
      ["catalogue/read"],
      ["catalogue/write"],
    ]);
  });

  test.each<[string, unknown, string[]]>([
    ["of nobody", {}, ["storefront.workload.auth: expected one of `jwt` and `signIn`, got []"]],
    [
      "of two kinds",
      { jwt: { issuer: "https://login.example.com/", audience: ["shop"] }, signIn: {} },
      ['storefront.workload.auth: expected one of `jwt` and `signIn`, got ["jwt","signIn"]'],
    ],
    [
      "of a client that is not there",
      { signIn: { clients: ["desk", "stall"] } },
      [
        'storefront.workload.auth.signIn.clients[1]: expected a client of dev-users\'s `signIn` (desk, shop), got "stall"',
      ],
    ],
    [
      "with a scope that the client never has",
      { signIn: { clients: ["shop"] } },
      [
        'storefront.workload.routes[1].scopes[0]: expected a scope that a token of these clients may hold (openid, email, profile), or nobody could ever call, got "catalogue/write"',
      ],
    ],
    [
      "with a scope that nobody has",
      { signIn: { scopes: ["catalogue:read"] } },
      [
        'storefront.workload.auth.signIn.scopes[0]: expected a scope that a token of these clients may hold (openid, email, profile, catalogue/read, catalogue/write), or nobody could ever call, got "catalogue:read"',
      ],
    ],
  ])("tokens %s are a problem", (_, auth, lines) => {
    expect(ofUsers("services[0].workload.auth", auth)).toEqual(lines);
  });

  test("tokens of an environment without users are a problem", () => {
    expect(ofUsers("signIn", undefined)).toEqual([
      "storefront.workload.auth.signIn: expected `signIn` of the environment dev-users, whose users they are, got none; declare it there, or take the tokens of another issuer with `jwt`",
    ]);
  });
});
