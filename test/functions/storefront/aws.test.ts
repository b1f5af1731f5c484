import type { IncomingMessage } from "node:http";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { bundleFunction } from "../../../operations/bundle";
import { DynamoDbCatalogue } from "../../../functions/storefront/catalogue/dynamodb";
import { CatalogueError } from "../../../functions/storefront/catalogue/catalogue";
import get from "../../../functions/storefront/examples/get-item.json";
import { invoke, ROOT, Unpacked } from "../orders/support/bundles";
import { HttpStub } from "../orders/support/http";

type Item = Record<string, AttributeValue>;

/** GetItem and PutItem as DynamoDB answers them over HTTP. */
class Table extends HttpStub {
  readonly operations: string[] = [];
  private readonly items = new Map<string, Item>();

  protected override answer(request: IncomingMessage, body: unknown) {
    const operation = String(request.headers["x-amz-target"]).replace("DynamoDB_20120810.", "");
    const { Item: put, Key } = body as { Item?: Item; Key?: Item };
    this.operations.push(operation);
    const id = (put ?? Key)?.["id"]?.S ?? "";
    const before = this.items.get(id);
    if (put === undefined) return { status: 200, body: { Item: before } };
    this.items.set(id, put);
    return { status: 200, body: { Attributes: before } };
  }

  all(): unknown[] {
    return [...this.items.values()].map((item) => unmarshall(item));
  }
}

const CONTENT = { name: "Lamp", priceMinor: 4_900, currency: "EUR" };
const LAMP = { id: "lamp-2", ...CONTENT };

let table: Table;

beforeEach(async () => {
  table = await new Table().start();
});
afterEach(() => table.stop());

describe("the zip that is deployed, behind an HTTP API", () => {
  let code: Unpacked;

  beforeAll(async () => {
    const entry = "functions/storefront/aws.ts";
    code = new Unpacked((await bundleFunction({ entry, platform: "aws", root: ROOT })).zip);
  });
  afterAll(() => code.remove());

  const put = (body: string, isBase64Encoded: boolean) => ({
    ...get,
    routeKey: "PUT /v1/items/{id}",
    ...{ body, isBase64Encoded },
  });

  const env = () => ({
    ...{ SERVICE: "storefront", ENVIRONMENT: "dev", CATALOGUE_TABLE: "catalogue" },
    ...{ AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
    AWS_ENDPOINT_URL_DYNAMODB: `http://${table.host}`,
  });

  test("keeps an item, shows it, and logs neither it nor the token", async () => {
    const text = JSON.stringify(CONTENT);
    const events = [put(text, false), put(Buffer.from(text).toString("base64"), true), get];
    const { responses, lines } = await invoke(code.path, events, env());
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify(LAMP);
    expect(responses).toEqual([
      { statusCode: 201, headers, body },
      { statusCode: 200, headers, body },
      { statusCode: 200, headers, body: expect.any(String) },
    ]);
    expect(JSON.parse((responses[2] as { body: string }).body)).toEqual(LAMP);
    expect(table.all()).toEqual([LAMP]);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatchObject({
      level: "INFO",
      ...{ service: "storefront", environment: "dev", status: 200 },
      ...{ requestId: get.requestContext.requestId, routeKey: get.routeKey },
    });
    expect(JSON.stringify(lines)).not.toMatch(/Lamp|Bearer/);
  });

  test("tells a problem as one", async () => {
    const { responses } = await invoke(code.path, [get], env());
    expect(responses).toEqual([
      {
        statusCode: 404,
        headers: { "content-type": "application/problem+json" },
        body: JSON.stringify({ title: "There is no such item.", status: 404 }),
      },
    ]);
  });

  test("does not start without its table, and says so", async () => {
    await expect(invoke(code.path, [get], { ...env(), CATALOGUE_TABLE: "" })).rejects.toThrow(
      "environment of the function: missing: CATALOGUE_TABLE; set them where the function is declared",
    );
  });
});

describe("the DynamoDB catalogue", () => {
  const catalogue = () => {
    const limits = { connect: 400, request: 300, total: 2_000, tries: 2 };
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const endpoint = `http://${table.host}`;
    return new DynamoDbCatalogue("catalogue", limits, {
      ...{ endpoint, credentials, region: "us-east-1" },
    });
  };

  test("makes the two calls that it is granted", async () => {
    const { find, put } = { find: catalogue(), put: catalogue() };
    expect(await put.put({ ...LAMP, description: undefined })).toBe("created");
    expect(await put.put(LAMP)).toBe("replaced");
    expect(await find.find("lamp-2")).toEqual(LAMP);
    expect(await find.find("lamp-3")).toBeUndefined();
    expect(new Set(table.operations)).toEqual(new Set(["GetItem", "PutItem"]));
  });

  test("that hangs fails within its bounds, after its tries", async () => {
    table.mode = "hang";
    const started = performance.now();
    await expect(catalogue().find("lamp-2")).rejects.toThrow(new CatalogueError("TimeoutError"));
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(table.requests).toBe(2);
  });
});
