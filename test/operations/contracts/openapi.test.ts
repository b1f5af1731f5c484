import { spawnSync } from "node:child_process";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { parse } from "yaml";
import { z } from "zod";
import { dev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { storefront } from "../../../environments/services/storefront";
import { settle } from "../../../model/settle";
import { renderOpenApi } from "../../../operations/contracts/openapi";
import { content } from "../../../functions/storefront/item";
import { SIGNED_IN } from "../../constructs/support/sign_in";
import { changed } from "../../model/fixtures";

/** The parts of a document that the tests look at. */
interface Document {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly servers: readonly Record<string, unknown>[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly securitySchemes?: Readonly<Record<string, unknown>> };
}

interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly parameters?: readonly Record<string, unknown>[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { description: string; content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: object }>>;

/** The document of `storefront` in dev, with fields changed by the author's paths. */
function rendered(changes: Readonly<Record<string, unknown>> = {}): string {
  const service = Object.entries(changes).reduce(
    (declaration, [path, to]) => changed(declaration, path, to),
    storefront,
  );
  const [file] = renderOpenApi(settle({ ...dev, services: [service] }));
  expect(file?.path).toBe("openapi/storefront.yaml");
  return file!.text;
}

const documentOf = (changes?: Readonly<Record<string, unknown>>): Document =>
  parse(rendered(changes)) as Document;

/** The operation of one route that is declared alone. */
function operationOf(route: { method: string; path: string; [field: string]: unknown }): Operation {
  const { paths } = documentOf({
    "workload.routes": [route],
    ...(route.auth === "none" && { "workload.auth": undefined }),
  });
  return paths[route.path]![route.method.toLowerCase()]!;
}

/** What a validator says of each document: nothing of a good one. It is an ES module, which Jest cannot load. */
function errorsIn(texts: readonly string[]): unknown[] {
  const script = join(__dirname, "validate.mjs");
  const input = JSON.stringify(texts.map((text) => parse(text) as unknown));
  const { stdout, stderr } = spawnSync(process.execPath, [script], { input, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as unknown[];
}

test("the document is OpenAPI 3.1 by its own schema", () => {
  const wrong = rendered().replace("operationId", "operation");
  expect(errorsIn([rendered(), wrong])).toEqual([
    [],
    expect.arrayContaining([expect.objectContaining({ keyword: "unevaluatedProperties" })]),
  ]);
});

const operationsOf = ({ paths }: Document): Operation[] =>
  Object.values(paths).flatMap((path) => Object.values(path));

const segment = fc.stringMatching(/^[a-z]{1,8}$/);

test("any routes that settle make a document that is valid, with an operation a route", () => {
  const route = fc.record({
    method: fc.constantFrom("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"),
    path: fc
      .tuple(segment, fc.constantFrom("", "/{id}", "/{rest+}"))
      .map(([first, last]) => `/v1/${first}${last}`),
    auth: fc.constantFrom("jwt", "none"),
    responses: fc.constantFrom(undefined, { "204": null }, { "404": null, "429": null }),
  });
  const routes = fc
    .uniqueArray(route, { minLength: 1, selector: ({ method, path }) => `${method} ${path}` })
    .filter((all) => all.some(({ auth }) => auth === "jwt"));
  const samples = fc.sample(routes, { numRuns: 200, seed: 31 });
  const texts = samples.map((all) => rendered({ "workload.routes": all }));
  expect(errorsIn(texts)).toEqual(samples.map(() => []));
  const operations = texts.map((text) => operationsOf(parse(text) as Document).length);
  expect(operations).toEqual(samples.map((all) => all.length));
});

test("it says what the service is, whose, and where in the environment", () => {
  const { info, servers } = documentOf({ "workload.edge": undefined });
  expect(info).toEqual({
    title: "storefront",
    description: storefront.description,
    version: "v1",
    contact: { name: "commerce (#commerce-oncall)" },
  });
  expect(servers).toMatchObject([
    {
      url: "https://{api}.execute-api.us-east-1.amazonaws.com",
      description: "dev",
      variables: {
        api: { description: "The output `storefront_api_id` of the stack dev-c01." },
      },
    },
  ]);
});

test.each([
  [["/v2/items", "/v1/items"], "v1, v2"],
  [["/items/v1", "/v1items"], "unversioned"],
])("a version is a path's first part: %j", (paths, version) => {
  const routes = paths.map((path) => ({ method: "GET", path }));
  expect(documentOf({ "workload.routes": routes }).info.version).toBe(version);
});

test("a token comes from the issuer that the API asks, by its OpenID configuration", () => {
  const scheme = (issuer: string) =>
    documentOf({ "workload.auth.jwt.issuer": issuer }).components.securitySchemes;
  const expected = {
    openIdConnectUrl: "https://id.example.com/x/.well-known/openid-configuration",
  };
  expect(scheme("https://id.example.com/x/")).toMatchObject({ jwt: expected });
  expect(scheme("https://id.example.com/x")).toMatchObject({ jwt: expected });
});

test("a token of the environment's users comes from their pages, for a code", () => {
  const [file] = renderOpenApi(settle(SIGNED_IN));
  const { components, paths } = parse(file!.text) as Document;
  expect(components.securitySchemes).toEqual({
    jwt: {
      type: "oauth2",
      description:
        "An access token that desk or shop got with a code and its verifier (PKCE), sent as a bearer token.",
      flows: {
        authorizationCode: {
          authorizationUrl: "https://login.dev.example.com/oauth2/authorize",
          tokenUrl: "https://login.dev.example.com/oauth2/token",
          refreshUrl: "https://login.dev.example.com/oauth2/token",
          scopes: {
            openid: "Who the user is.",
            email: "The user's mail address.",
            profile: "The user's name and what else they say of themselves.",
            "catalogue/read": "Read items.",
            "catalogue/write": "Change items.",
          },
        },
      },
    },
  });
  expect(paths["/v1/items/{id}"]?.["put"]?.security).toEqual([{ jwt: ["catalogue/write"] }]);
  expect(errorsIn([file!.text])).toEqual([[]]);
});

test("one scope of several is enough: each is a requirement of its own", () => {
  const { responses, security } = operationOf({
    method: "GET",
    path: "/v1/items",
    scopes: ["read", "admin"],
  });
  expect(security).toEqual([{ jwt: ["read"] }, { jwt: ["admin"] }]);
  expect(responses["403"]?.description).toBe("The token has no scope of read, admin.");
});

test("a route for everybody asks for nothing and answers neither 401 nor 403", () => {
  const route = { method: "GET", path: "/v1/items", auth: "none" };
  const { security, responses } = operationOf(route);
  expect(security).toEqual([]);
  expect(Object.keys(responses)).toEqual(["429", "500", "503", "default"]);
});

test("parameters are those of the path and of the query, a body must be sent", () => {
  const text = { type: "string" };
  const { parameters, requestBody } = operationOf({
    method: "PUT",
    path: "/v1/{id}/{rest+}",
    query: { type: "object", properties: { dry: { type: "boolean" } }, required: ["dry"] },
    request: text,
  });
  expect(parameters).toEqual([
    { name: "id", in: "path", required: true, schema: text },
    {
      name: "rest+",
      in: "path",
      required: true,
      description: "All that follows, with its slashes.",
      schema: text,
    },
    { name: "dry", in: "query", required: true, schema: { type: "boolean" } },
  ]);
  expect(requestBody).toEqual({
    required: true,
    content: { "application/json": { schema: text } },
  });
});

test("the throttle is what 429 tells of, beside what the code answers with it", () => {
  const problem = { type: "object" };
  const { responses } = operationOf({
    method: "GET",
    path: "/v1/items",
    responses: { "204": null, "429": problem },
  });
  expect(responses["429"]).toEqual({
    description:
      "Answered by the service with 429. Or: More than 400 requests a second over time, or 400 at once, over all routes.",
    content: {
      "application/json": { schema: { $ref: "#/components/schemas/Message" } },
      "application/problem+json": { schema: problem },
    },
  });
  expect(responses["204"]).toEqual({ description: "Answered by the service with 204." });
  expect(responses["default"]).toBeUndefined();
});

test("every schema of storefront is one of JSON Schema 2020-12", () => {
  const ajv = addFormats(new Ajv2020({ strict: true }));
  const contents = operationsOf(documentOf()).flatMap(({ requestBody, responses }) => [
    requestBody?.content,
    ...Object.values(responses).map((response) => response.content),
  ]);
  const schemas = contents.flatMap((content) => Object.values(content ?? {}));
  const own = schemas.filter(({ schema }) => !("$ref" in schema));
  expect(own).toHaveLength(8);
  for (const { schema } of own) ajv.compile(schema);
});

test("storefront tells callers of the body that its code takes", () => {
  const withoutWords = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, inner: unknown) =>
        key === "description" && typeof inner === "string" ? undefined : inner,
      ),
    );
  const schema: Record<string, unknown> = { ...z.toJSONSchema(content) };
  delete schema["$schema"];
  const put = documentOf().paths["/v1/items/{id}"]!["put"]!;
  expect(withoutWords(put.requestBody!.content["application/json"]!.schema)).toEqual(
    withoutWords(schema),
  );
});

test("the same declaration makes the same bytes, and a service without requests no document", () => {
  expect(rendered()).toBe(rendered());
  expect(renderOpenApi(settle(devGcp))).toEqual([]);
});
