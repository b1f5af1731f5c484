import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Who gives tokens: an OpenID provider of our own, with keys where its configuration says. */
export interface Issuer {
  readonly address: string;
  /** A token for an audience, signed by the provider's key; by another one, where that is given. */
  token(audience: string, scope?: string, key?: KeyObject): string;
  stop(): Promise<void>;
}

const KEY_ID = "e2e";

const keyPair = () => generateKeyPairSync("rsa", { modulusLength: 2_048 });

export async function startIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = keyPair();
  const server = createServer((request, response) => {
    const keys = [
      { ...publicKey.export({ format: "jwk" }), kid: KEY_ID, alg: "RS256", use: "sig" },
    ];
    const found = request.url?.endsWith("openid-configuration")
      ? { issuer: addressOf(server), jwks_uri: `${addressOf(server)}/keys` }
      : { keys };
    response.setHeader("content-type", "application/json").end(JSON.stringify(found));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: addressOf(server),
    token: (audience, scope, key = privateKey) =>
      signed({ iss: addressOf(server), aud: audience, sub: "page", scope, ...lifetime() }, key),
    stop: () => new Promise((done) => void server.close(() => done())),
  };
}

/** A key that no issuer knows. */
export const strangersKey = (): KeyObject => keyPair().privateKey;

const addressOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function lifetime() {
  const now = Math.floor(Date.now() / 1_000);
  return { iat: now, nbf: now, exp: now + 3_600 };
}

function signed(claims: object, key: KeyObject): string {
  const head = { alg: "RS256", typ: "JWT", kid: KEY_ID };
  const text = [head, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), key).toString("base64url")}`;
}
