import { CELL, NO_QUESTIONS } from "./cell";
import type { Estate } from "./estate";
import { startIssuer, strangersKey, type Issuer } from "./issuer";

export const CATALOGUE = "dev-c01-storefront-catalogue";

const ITEM = { name: "Lamp", priceMinor: 4_900, currency: "EUR" };

/** What a page would meet: who may do what, what is shown, and what the API answers itself. */
export async function expectStorefront(estate: Estate): Promise<void> {
  const api = await apiOf(estate);
  const issuer = await startIssuer();
  try {
    await trusting(api, issuer, () => expectRequests(api, issuer));
  } finally {
    await issuer.stop();
  }
}

async function expectRequests(api: Api, issuer: Issuer): Promise<void> {
  const reader = issuer.token("storefront");
  const writer = issuer.token("storefront", "catalogue:write");
  const path = "/v1/items/lamp-2";
  expect(await call(api, "GET", path)).toMatchObject({ status: 401 });
  expect(await call({ ...api, stage: "$default" }, "GET", path, { token: reader })).toMatchObject({
    status: 404,
  });
  for (const wrong of [
    issuer.token("somebody-else", "catalogue:write"),
    issuer.token("storefront", "catalogue:write", strangersKey()),
  ])
    expect(await call(api, "PUT", path, { token: wrong, body: ITEM })).toMatchObject({
      status: 401,
    });
  expect(await call(api, "PUT", path, { token: reader, body: ITEM })).toMatchObject({
    status: 403,
  });
  expect(await call(api, "GET", path, { token: reader })).toMatchObject({
    ...{ status: 404, body: { title: "There is no such item." } },
  });
  const item = { id: "lamp-2", ...ITEM };
  const put = { token: writer, body: ITEM };
  expect(await call(api, "PUT", path, put)).toMatchObject({ status: 201, body: item });
  expect(await call(api, "GET", path, { token: reader })).toMatchObject({
    status: 200,
    body: item,
  });
  expect(await call(api, "GET", "/v2/items/lamp-2", { token: reader })).toMatchObject({
    status: 404,
  });
  expect((await call(api, "OPTIONS", path)).origin).toBe("https://shop.example.com");
}

interface Api {
  readonly endpoint: string;
  readonly id: string;
  /** The name that CloudFront alone knows. */
  readonly stage: string;
}

async function apiOf(estate: Estate): Promise<Api> {
  const outputs = await estate.must(CELL, "output", "-json", ...NO_QUESTIONS.slice(1));
  const { storefront_api_id: id } = JSON.parse(outputs) as Record<string, { value: string }>;
  const endpoint = estate.env["AWS_ENDPOINT_URL"] ?? "";
  const { items } = (await send("GET", `${endpoint}/v2/apis/${id?.value}/stages`)) as {
    items: { stageName: string }[];
  };
  expect(items.map(({ stageName }) => stageName)).toEqual([expect.stringMatching(UUID)]);
  return { endpoint, id: id?.value ?? "", stage: items[0]?.stageName ?? "" };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Sent {
  readonly token?: string;
  readonly body?: unknown;
}

async function call(api: Api, method: string, path: string, { token, body }: Sent = {}) {
  const response = await fetch(`${api.endpoint}/_aws/execute-api/${api.id}/${api.stage}${path}`, {
    method,
    headers: {
      origin: "https://shop.example.com",
      ...(method === "OPTIONS" ? { "access-control-request-method": "PUT" } : {}),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    origin: response.headers.get("access-control-allow-origin"),
    body: (text === "" ? undefined : JSON.parse(text)) as unknown,
  };
}

/** The declared issuer is nobody's: for as long as it takes, the authorizer is told of one that answers. */
async function trusting(api: Api, { address }: Issuer, use: () => Promise<void>): Promise<void> {
  const authorizers = `${api.endpoint}/v2/apis/${api.id}/authorizers`;
  const { items } = (await send("GET", authorizers)) as { items: Authorizer[] };
  const { authorizerId, jwtConfiguration } = items[0] as Authorizer;
  const trust = (issuer: string) =>
    send("PATCH", `${authorizers}/${authorizerId}`, {
      jwtConfiguration: { ...jwtConfiguration, issuer },
    });
  await trust(address);
  await use();
  await trust(jwtConfiguration.issuer);
}

interface Authorizer {
  readonly authorizerId: string;
  readonly jwtConfiguration: { readonly issuer: string };
}

async function send(method: string, url: string, body?: unknown): Promise<unknown> {
  const headers = {
    "content-type": "application/json",
    authorization: "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/apigateway/aws4_request",
  };
  const response = await fetch(url, { method, headers, body: body ? JSON.stringify(body) : null });
  expect(response.status).toBe(200);
  return response.json();
}
