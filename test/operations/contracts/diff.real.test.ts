import { join } from "node:path";
import { dev } from "../../../environments/dev";
import { storefront } from "../../../environments/services/storefront";
import { settle } from "../../../model/settle";
import { compareContracts } from "../../../operations/contracts/diff/compare";
import { renderContracts } from "../../../operations/contracts/index_file";
import { toolPath } from "../../../tools/find";
import { changed } from "../../model/fixtures";
import { listing, makeRepository, type Files } from "./repository";

jest.setTimeout(120_000);

const repository = makeRepository();
afterAll(repository.remove);

const tools = { oasdiff: toolPath("oasdiff"), buf: toolPath("buf") };

const compare = (base: string, head: string) =>
  compareContracts({ base, head, tools, rendered: "test/golden" }, repository.folder);

/** What differs between two sets of files: `breaking where [rule]`, a line each. */
async function differences(before: Files, after: Files): Promise<string[]> {
  const [base, head] = [repository.commit(before), repository.commit(after)];
  const { contracts } = await compare(base, head);
  return contracts.flatMap(({ changes }) =>
    changes.map(({ level, where, rule }) => `${level} ${where} [${rule}]`),
  );
}

/** The committed files of dev, where `storefront` is the only service, with fields changed by the author's paths. */
function rendered(changes: Readonly<Record<string, unknown>> = {}): Files {
  const service = Object.entries(changes).reduce(
    (declaration, [path, to]) => changed(declaration, path, to),
    storefront,
  );
  const files = renderContracts(settle({ ...dev, services: [service] }));
  return Object.fromEntries(files.map(({ path, text }) => [`test/golden/dev/${path}`, text]));
}

describe("OpenAPI that was generated", () => {
  const get = "GET /v1/items/{id}";
  const put = "PUT /v1/items/{id}";
  const route = (index: number, field: string) => `workload.routes[${index}].${field}`;
  const text = { type: "string" };

  test("a route that is gone breaks its callers", async () => {
    const after = rendered({
      "workload.routes": [
        storefront.workload.kind === "requestDriven" && storefront.workload.routes[1],
      ],
    });
    expect(await differences(rendered(), after)).toEqual([
      `breaking ${get} [api-removed-without-deprecation]`,
    ]);
  });

  test("a field that is no longer answered breaks who reads it", async () => {
    const answer = (...names: string[]) => ({
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, text])),
      required: names,
    });
    const at = `${route(0, "responses")}.200`;
    expect(
      await differences(rendered({ [at]: answer("id", "name") }), rendered({ [at]: answer("id") })),
    ).toEqual([`breaking ${get} [response-required-property-removed]`]);
  });

  test("a parameter that must be sent from now on breaks, one that may be sent does not", async () => {
    const query = (...required: string[]) => ({
      [route(0, "query")]: { type: "object", properties: { at: text }, required },
    });
    expect(await differences(rendered(), rendered(query("at")))).toEqual([
      `breaking ${get} [new-required-request-parameter]`,
    ]);
    expect(await differences(rendered(), rendered(query()))).toEqual([
      `info ${get} [new-optional-request-parameter]`,
    ]);
  });

  test("a member of the body that must be sent from now on breaks", async () => {
    const body = (...required: string[]) => ({
      [route(1, "request")]: { type: "object", properties: { a: text, b: text }, required },
    });
    expect(await differences(rendered(body("a")), rendered(body("a", "b")))).toEqual([
      `breaking ${put} [request-property-became-required]`,
    ]);
  });

  test("another scope breaks who holds the old one; one that is no longer asked for does not", async () => {
    const after = rendered({ [route(1, "scopes")]: ["catalogue:admin"] });
    expect(await differences(rendered(), after)).toEqual([
      `breaking ${put} [api-security-scope-added]`,
      `info ${put} [api-security-scope-removed]`,
    ]);
    const open = rendered({ [route(1, "scopes")]: undefined });
    expect(await differences(rendered(), open)).toContain(
      `info ${put} [api-security-scope-removed]`,
    );
  });

  test("a token that is asked for from now on breaks", async () => {
    const open = rendered({ [route(0, "auth")]: "none" });
    expect(await differences(open, rendered())).toContain(
      `breaking ${get} [api-security-anonymous-access-removed]`,
    );
  });

  test("a route that takes all that follows stands beside one that takes a part", async () => {
    const rest = rendered({ "workload.routes[2]": { method: "GET", path: "/v1/items/{rest+}" } });
    expect(await differences(rendered(), rest)).toEqual([
      "info GET /v1/items/{rest+} [endpoint-added]",
    ]);
    expect(await differences(rest, rest)).toEqual([]);
  });

  test("another throttle changes the document and breaks nobody", async () => {
    const [base, head] = [
      repository.commit(rendered()),
      repository.commit(rendered({ "workload.throttle": { rate: 900 } })),
    ];
    expect(await compare(base, head)).toEqual({
      schema: "plinth.contracts-diff/v1",
      ...{ base, head, breaking: 0 },
      contracts: [
        {
          file: "test/golden/dev/openapi/storefront.yaml",
          kind: "openapi",
          services: ["storefront"],
          environments: ["dev"],
          state: "changed",
          changes: [],
        },
      ],
    });
  });

  test("a service that is gone takes its contract along", async () => {
    const [base, head] = [repository.commit(rendered()), repository.commit(listing())];
    const { contracts, breaking } = await compare(base, head);
    expect(breaking).toBe(1);
    expect(contracts[0]).toMatchObject({
      services: ["storefront"],
      changes: [{ level: "breaking", rule: "contract-removed" }],
    });
  });
});

describe("Protobuf", () => {
  const money = (number: number) => `syntax = "proto3";
package shop.v1;
message Money {
  int64 units = ${number};
}
`;
  const order = (id: string) => `syntax = "proto3";
package shop.v1;
import "money.proto";
import "google/protobuf/timestamp.proto";
message Order {
  string ${id};
  Money price = 2;
  google.protobuf.Timestamp at = 3;
}
`;
  const files = (id: string, units = 1, ...also: string[]): Files => ({
    ...listing("contracts/order.proto", ...also),
    "contracts/order.proto": order(id),
    "contracts/money.proto": money(units),
  });

  test("a field with another number breaks who wrote the old one", async () => {
    expect(await differences(files("id = 1"), files("id = 4"))).toEqual([
      "breaking contracts/order.proto:5 [FIELD_NO_DELETE]",
    ]);
  });

  test("so does one in a file that the contract imports, told once where that is one too", async () => {
    const told = ["breaking contracts/money.proto:3 [FIELD_NO_DELETE]"];
    expect(await differences(files("id = 1"), files("id = 1", 7))).toEqual(told);
    const both = "contracts/money.proto";
    expect(await differences(files("id = 1", 1, both), files("id = 1", 7, both))).toEqual(told);
  });

  test("a field that is added breaks nobody", async () => {
    const after = files("id = 1;\n  string note = 9");
    expect(await differences(files("id = 1"), after)).toEqual([]);
  });

  test("imports are read from the module of the nearest buf.yaml, whose rules are not asked", async () => {
    const nested = (id: string): Files => ({
      ...listing("api/proto/shop/order.proto"),
      "api/buf.yaml": 'version: v2\nmodules: [{ path: proto }]\nbreaking: { ignore: ["proto"] }\n',
      "api/proto/shop/order.proto": order(id).replace("money.proto", "shop/money.proto"),
      "api/proto/shop/money.proto": money(1),
    });
    expect(await differences(nested("id = 1"), nested("id = 4"))).toEqual([
      "breaking api/proto/shop/order.proto:5 [FIELD_NO_DELETE]",
    ]);
  });

  test("a file that is none, or imports one that there is not, cannot be compared", async () => {
    await expect(differences(files("id = 1"), files("id = "))).rejects.toThrow(
      /^contracts\/order\.proto: order\.proto:6: /,
    );
    const alone = { ...files("id = 1") } as Record<string, string>;
    delete alone["contracts/money.proto"];
    await expect(differences(files("id = 1"), alone)).rejects.toThrow(
      "contracts/order.proto: order.proto:3: imported file does not exist",
    );
  });
});

describe("OpenAPI that somebody wrote", () => {
  const file = "contracts/shop.yaml";
  const document = (type: string): string =>
    `openapi: 3.0.3\ninfo: { title: shop, version: "1" }\npaths:\n  /a:\n    get:\n      parameters: [{ name: x, in: query, schema: { type: ${type} } }]\n      responses: { "200": { description: all } }\n`;

  test("another type of a parameter breaks", async () => {
    const [before, after] = ["string", "integer"].map((type) => ({
      ...listing(file),
      [file]: document(type),
    }));
    expect(await differences(before!, after!)).toEqual([
      "breaking GET /a [request-parameter-type-changed]",
    ]);
  });

  test("settings of oasdiff that lie in the repository are not asked", async () => {
    const ignored = { ".oasdiff.yaml": "level: INFO\nmatch-path: /none\n" };
    const [before, after] = ["string", "integer"].map((type) => ({
      ...{ ...listing(file), ...ignored },
      [file]: document(type),
    }));
    expect(await differences(before!, after!)).toHaveLength(1);
  });

  test.each([
    ["hello", `${file} in the head: expected an OpenAPI document of version 3, got openapi: null`],
    [
      "swagger: '2.0'",
      `${file} in the head: expected an OpenAPI document of version 3, got openapi: null`,
    ],
    [
      "a: [",
      `${file} in the head: Flow sequence in block collection must be sufficiently indented`,
    ],
    ["openapi: 3.1.0\npaths: []", `${file}: Error: failed to load revision spec from "${file}": `],
  ])("what is none cannot be compared: %j", async (text, message) => {
    const before = { ...listing(file), [file]: document("string") };
    await expect(differences(before, { ...before, [file]: text })).rejects.toThrow(message);
  });
});

describe("AsyncAPI that was generated", () => {
  const told = (declared: Readonly<Record<string, unknown>>): Files =>
    rendered({ publishes: declared });
  const order = (required: readonly string[], properties: Readonly<Record<string, unknown>>) => ({
    "order.placed": { schema: { type: "object", required, properties } },
  });
  const text = { type: "string" };
  const placed = "order.placed sent to dev-c01-events";
  const before = told(order(["id"], { id: text }));

  test("a field that is no longer told breaks who reads it", async () => {
    const after = told(order([], { note: text }));
    expect(await differences(before, after)).toEqual([
      `breaking ${placed} [response-required-property-removed]`,
      `info ${placed} [response-optional-property-added]`,
    ]);
  });

  test("a field that is added breaks nobody, be it always there", async () => {
    const after = told(order(["id", "note"], { id: text, note: text }));
    expect(await differences(before, after)).toEqual([
      `info ${placed} [response-required-property-added]`,
    ]);
  });

  test("another type breaks, and is told as of an event", async () => {
    const [base, head] = [
      repository.commit(before),
      repository.commit(told(order(["id"], { id: { type: "integer" } }))),
    ];
    const { contracts } = await compare(base, head);
    expect(contracts.filter(({ kind }) => kind === "asyncapi")).toMatchObject([
      {
        file: "test/golden/dev/asyncapi/storefront.yaml",
        changes: [
          {
            level: "breaking",
            rule: "response-property-type-changed",
            where: placed,
            message: "the `data/id` property `type` changed from `string` to `integer`",
          },
        ],
      },
    ]);
  });

  test("an event that is told no more breaks, and so does one that goes another way", async () => {
    const gone = `breaking ${placed} [api-path-removed-without-deprecation]`;
    const other = order(["id"], { id: text });
    expect(await differences(before, told({ paid: other["order.placed"] }))).toContain(gone);
    const topic = told({ "order.placed": { ...other["order.placed"], via: "topic" } });
    expect(await differences(before, topic)).toContain(gone);
  });
});

describe("AsyncAPI that somebody wrote", () => {
  const file = "contracts/events.yaml";
  const document = (action: string, fields: string, more = ""): Files => ({
    ...listing(file),
    [file]: `asyncapi: 3.0.0
info: { title: a, version: "1" }
channels:
  users:
    address: users/{tenant}
    messages:
      signedUp:
        payload: { $ref: "#/components/schemas/User" }
operations:
  told: { action: ${action}, channel: { $ref: "#/channels/users" }${more} }
components:
  schemas:
    User: { type: object, properties: { name: { type: string }, age: { type: integer } }, required: [${fields}] }
`,
  });

  test("what is received must hold no more than before, what is sent no less", async () => {
    expect(
      await differences(document("receive", "name"), document("receive", "name, age")),
    ).toEqual([
      "breaking signedUp received from users/{tenant} [request-property-became-required]",
    ]);
    expect(await differences(document("send", "name, age"), document("send", "name"))).toEqual([
      "breaking signedUp sent to users/{tenant} [response-property-became-optional]",
    ]);
    expect(await differences(document("send", "name"), document("send", "name, age"))).toEqual([
      "info signedUp sent to users/{tenant} [response-property-became-required]",
    ]);
  });

  test("headers are compared, wherever they stand", async () => {
    const headed = (required: string): Files => {
      const files = document("send", "name");
      const text = files[file]!.replace(
        "      signedUp:",
        "      signedUp:\n        headers: { $ref: '#/components/schemas/Headers' }",
      ).concat(
        `    Headers: { type: object, properties: { trace: { type: string } }, required: [${required}] }\n`,
      );
      return { ...files, [file]: text };
    };
    expect(await differences(headed("trace"), headed(""))).toEqual([
      "breaking signedUp sent to users/{tenant} [response-header-became-optional]",
    ]);
  });

  test("what would not be compared is refused", async () => {
    const right = document("send", "name");
    const reply = document("send", "name", ", reply: { channel: { $ref: '#/channels/users' } }");
    await expect(differences(right, reply)).rejects.toThrow(
      `${file} in the head: expected no \`reply\` of operations.told, which would not be compared; write what it holds in its place`,
    );
    const elsewhere = { ...right, [file]: right[file]!.replace("#/channels", "./channels.yaml#") };
    await expect(differences(right, elsewhere)).rejects.toThrow(
      `${file} in the head: expected a reference to what the document holds, got "./channels.yaml#/users"`,
    );
    const old = { ...right, [file]: right[file]!.replace("3.0.0", "2.6.0") };
    await expect(differences(right, old)).rejects.toThrow(
      `${file} in the head: expected an AsyncAPI document of version 3, got asyncapi: "2.6.0"`,
    );
  });
});

test("a differ that is not there is named, with where it comes from", async () => {
  const [base, head] = [repository.commit(rendered()), repository.commit(rendered())];
  const wanted = { base, head, rendered: "test/golden" };
  const absent = join(repository.folder, "absent");
  await expect(
    compareContracts({ ...wanted, tools: { oasdiff: absent, buf: absent } }, repository.folder),
  ).rejects.toThrow(`${absent}: no such program; install oasdiff 1.38 or newer`);
});
