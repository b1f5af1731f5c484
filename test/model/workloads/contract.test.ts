import { ofStorefront, settledStorefront } from "../fixtures";

const at = "storefront.workload.routes[0]";
const ofRoute = (field: string, to: unknown) => ofStorefront(`workload.routes[0].${field}`, to);

const text = { type: "string" };

test("a route that says nothing of its contract has no parameters, no body and no answers", () => {
  const [route] = settledStorefront({
    "workload.routes[0]": { method: "GET", path: "/v1/items" },
  }).workload.routes;
  expect(route).toMatchObject({ query: [], request: undefined, responses: [] });
});

test("parameters of the query say whether they must be sent, answers stand by status, null is no body", () => {
  const query = { type: "object", properties: { after: text, limit: text }, required: ["limit"] };
  const [route] = settledStorefront({
    "workload.routes[0].query": query,
    "workload.routes[0].responses": { "404": text, "200": text, "204": null },
  }).workload.routes;
  expect(route).toMatchObject({
    query: [
      { name: "after", schema: text, required: false },
      { name: "limit", schema: text, required: true },
    ],
    responses: [
      { status: "200", schema: text },
      { status: "204", schema: undefined },
      { status: "404", schema: text },
    ],
  });
});

test.each([
  ["", "text", 'expected an object, got "text"'],
  [
    ".type",
    { type: "strng" },
    'expected one or a list of "array", "boolean", "integer", "null", "number", "object", "string", got "strng"',
  ],
  [".properties", { properties: [] }, "expected an object of schemas by name"],
  [
    ".properties.id.maxLength",
    { properties: { id: { maxLength: -1 } } },
    "expected a whole number, 0 or more, got -1",
  ],
  [".pattern", { pattern: "[" }, 'expected a regular expression, got "["'],
  [".required", { required: ["id", "id"] }, 'expected a list of names, each once, got ["id","id"]'],
  [".anyOf", { anyOf: [] }, "expected a list of schemas, got none"],
  [".allOf[1]", { allOf: [true, 1] }, "expected an object, got 1"],
  [".minimum", { minimum: "1" }, 'expected a number, got "1"'],
  [".requred", { requred: [] }, "expected no such property; remove it or correct its name"],
  [
    ".items.$ref",
    { items: { $ref: "#/$defs/item" } },
    "expected no such property; remove it or correct its name",
  ],
])("a wrong schema is told with its place: responses.200%s", (place, schema, message) => {
  expect(ofRoute("responses", { "200": schema })).toEqual([
    `${at}.responses.200${place}: ${message}`,
  ]);
});

test.each(["abc", "99", "600", "2XX"])("a status that there is not: %s", (status) => {
  expect(ofRoute("responses", { [status]: text })).toEqual([
    `${at}.responses.${status}: expected a status from 200 to 599, got "${status}"`,
  ]);
});

test("what has no body in HTTP has no schema of one", () => {
  expect(ofRoute("responses", { "204": text })).toEqual([
    `${at}.responses.204: expected null, since 204 is answered without a body, got {"type":"string"}`,
  ]);
  expect(ofRoute("method", "HEAD").slice(0, 1)).toEqual([
    `${at}.responses.200: expected null, since HEAD is answered without a body, got {"type":"object","properties":{"id":{"type":"string"},"na...`,
  ]);
  expect(ofRoute("request", text)).toEqual([
    `${at}.request: expected nothing on GET, whose body has no meaning in HTTP; describe parameters in \`query\`, got {"type":"string"}`,
  ]);
});

test("a parameter that must be sent and is none", () => {
  const query = { type: "object", properties: { after: text }, required: ["before"] };
  expect(ofRoute("query", query)).toEqual([
    `${at}.query.required: expected names of its properties (after), got "before"`,
  ]);
  expect(ofRoute("query", { properties: {} })).toEqual([
    `${at}.query.type: expected "object", got nothing`,
  ]);
});

test("one path calls its parameters the same under every method", () => {
  expect(ofStorefront("workload.routes[1].path", "/v1/items/{key}")).toEqual([
    `storefront.workload.routes[1].path: expected the parameters to be called as in routes[0], which has the same path, since an OpenAPI document has each path once; write "/v1/items/{id}", got "/v1/items/{key}"`,
  ]);
  expect(ofStorefront("workload.routes[1].path", "/v1/items/{key+}")).toEqual([]);
});
