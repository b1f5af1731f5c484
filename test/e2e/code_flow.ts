import { createHash, randomBytes } from "node:crypto";
import type { Estate } from "./estate";
import { NETWORK } from "./sign_in";

/** The authorization code flow with PKCE as a browser goes it (RFC 7636). */

export interface Outputs {
  readonly sign_in_issuer: { readonly value: string };
  readonly sign_in_client_ids: { readonly value: Readonly<Record<string, string>> };
}

export const outputsOf = async (estate: Estate): Promise<Outputs> =>
  JSON.parse(await estate.must(NETWORK, "output", "-json")) as Outputs;

/** The last part of its issuer. */
export const poolOf = ({ sign_in_issuer: { value } }: Outputs): string =>
  value.slice(value.lastIndexOf("/") + 1);

const USER = { name: "ada@example.com", password: "Correct-Horse-7-Battery" };
const CALLBACK = "https://desk.example.com/signed-in";
const SCOPES = "openid catalogue/read catalogue/write";

const address = ({ env }: Estate): string => env["AWS_ENDPOINT_URL"] ?? "";

/** As who may invite users does it. */
export async function makeUser(estate: Estate, pool: string): Promise<void> {
  const { name, password } = USER;
  const user = { UserPoolId: pool, Username: name };
  await called(estate, "AdminCreateUser", { ...user, TemporaryPassword: `${password}-1` });
  await called(estate, "AdminSetUserPassword", { ...user, Password: password, Permanent: true });
}

async function called(estate: Estate, action: string, data: object): Promise<void> {
  const answer = await fetch(address(estate), {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${action}`,
    },
    body: JSON.stringify(data),
  });
  if (!answer.ok) throw new Error(`${action}: ${answer.status} ${await answer.text()}`);
}

/** Asks for the page on which users sign in. */
export const authorize = (estate: Estate, query: Readonly<Record<string, string>>) =>
  fetch(
    `${address(estate)}/oauth2/authorize?${new URLSearchParams({ redirect_uri: CALLBACK, ...query }).toString()}`,
    { redirect: "manual" },
  );

/** The user's way from the page back to the client. */
export async function signIn(
  estate: Estate,
  client: string,
): Promise<{ readonly code: string; readonly verifier: string }> {
  const verifier = randomBytes(32).toString("base64url");
  const asked = {
    ...{ response_type: "code", client_id: client, scope: SCOPES, state: "s1" },
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  const page = await authorize(estate, asked);
  if (!page.ok) throw new Error(`no page: ${page.status} ${await page.text()}`);
  const { name: username, password } = USER;
  const back = await fetch(`${address(estate)}/login`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ ...asked, redirect_uri: CALLBACK, username, password }),
  });
  const location = new URL(back.headers.get("location") ?? "about:blank");
  const code = location.searchParams.get("code");
  if (code === null || location.searchParams.get("state") !== "s1")
    throw new Error(`no code: ${back.status} ${location.href}`);
  return { code, verifier };
}

export type Tokens = Readonly<Record<string, unknown>>;

/** What the client gets for a code; it has no secret to show. */
export async function exchange(
  estate: Estate,
  client: string,
  code: string,
  verifier: string,
): Promise<Tokens> {
  const answer = await fetch(`${address(estate)}/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      ...{ grant_type: "authorization_code", client_id: client, code },
      ...{ redirect_uri: CALLBACK, code_verifier: verifier },
    }),
  });
  return (await answer.json()) as Tokens;
}

/** What the access token says. */
export function claimsOf({ access_token: token }: Tokens): unknown {
  const [, claims = ""] = String(token).split(".");
  return JSON.parse(Buffer.from(claims, "base64url").toString() || "null");
}
