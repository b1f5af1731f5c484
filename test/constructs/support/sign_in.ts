import { dev } from "../../../environments/dev";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import type { SignInDeclaration } from "../../../model/sign_in/declaration";
import { settleSignIn, type SignIn } from "../../../model/sign_in/sign_in";
import type { RequestDrivenDeclaration } from "../../../model/workloads/request_declaration";
import { OPEN_API } from "./api_edge";

/** Users of a shop and of those who fill it, who get codes from an address of their own. */
export const SIGN_IN = {
  domain: { host: "login.dev.example.com" },
  clients: {
    shop: { callbacks: ["https://shop.example.com/signed-in"], scopes: [] },
    desk: {
      callbacks: ["https://desk.example.com/signed-in", "http://localhost:5173/signed-in"],
      logouts: ["https://desk.example.com/"],
      refreshToken: "12h",
    },
  },
  scopes: { catalogue: { write: "Change items.", read: "Read items." } },
  email: {
    identity: "arn:aws:ses:us-east-1:123456789012:identity/example.com",
    from: "Example <no-reply@example.com>",
  },
} as const satisfies SignInDeclaration;

/** `storefront`, whose tokens are those of the environment's users. */
export const SIGNED_IN_SERVICE: ServiceDeclaration = {
  ...OPEN_API,
  workload: {
    ...(OPEN_API.workload as RequestDrivenDeclaration),
    routes: [
      { method: "GET", path: "/v1/items/{id}" },
      { method: "PUT", path: "/v1/items/{id}", scopes: ["catalogue/write"] },
    ],
    auth: { signIn: {} },
  },
};

/** An environment with users, whose pages are at a host of its zone. */
export const SIGNED_IN = {
  ...dev,
  name: "dev-users",
  signIn: SIGN_IN,
  services: [SIGNED_IN_SERVICE],
} as const satisfies AwsEnvironment;

/** As {@link SIGNED_IN}, in production: there no page is on the user's own machine. */
export const SIGNED_IN_PRODUCTION = {
  ...SIGNED_IN,
  name: "prod-users",
  stage: "production",
  signIn: {
    ...SIGN_IN,
    clients: {
      ...SIGN_IN.clients,
      desk: { ...SIGN_IN.clients.desk, callbacks: ["https://desk.example.com/signed-in"] },
    },
  },
} as const satisfies AwsEnvironment;

export function settledSignIn(change: Partial<SignInDeclaration> = {}): SignIn {
  const settled = settleSignIn({ ...SIGNED_IN, signIn: { ...SIGN_IN, ...change } });
  if (settled === undefined) throw new Error("no users");
  return settled;
}
