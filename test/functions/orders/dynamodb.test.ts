import { accept, toRecord } from "../../../functions/orders/record";
import { readEnvelope } from "../../../functions/orders/envelope";
import { DynamoDbStore, LIMITS } from "../../../functions/orders/store/dynamodb";
import { DynamoDbStub } from "./support/dynamodb";
import { event, SOURCE } from "./support/events";
import { NOW } from "./support/memory";

function record(n: number) {
  const envelope = readEnvelope(event(n));
  return toRecord(envelope, accept(envelope), NOW);
}

describe("the DynamoDB store", () => {
  let stub: DynamoDbStub;
  let store: DynamoDbStore;

  beforeEach(async () => {
    stub = await new DynamoDbStub().start();
    const limits = { connect: 400, request: 400, total: 2_500, tries: 2 };
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const endpoint = `http://${stub.host}`;
    store = new DynamoDbStore("orders", limits, { endpoint, region: "us-east-1", credentials });
  });
  afterEach(() => stub.stop());

  test("writes the record as one item with its ttl in seconds", async () => {
    await expect(store.putOnce(record(1))).resolves.toEqual({ kind: "written" });
    expect(stub.records).toEqual([record(1)]);
    expect(stub.items.get(`${SOURCE}|event-1`)?.["ttl"]).toEqual({
      N: String(NOW / 1000 + 90 * 86_400),
    });
  });

  test("finds the standing record in the answer of the one conditional write", async () => {
    await store.putOnce(record(1));
    await expect(store.putOnce(record(1))).resolves.toEqual({
      ...{ kind: "exists", digest: record(1).digest },
    });
    expect(stub.operations).toEqual(["PutItem", "PutItem"]);
  });

  test("reads the standing record where the answer does not bring it", async () => {
    stub.returnsStandingItem = false;
    await store.putOnce(record(1));
    await expect(store.putOnce(record(1))).resolves.toEqual({
      ...{ kind: "exists", digest: record(1).digest },
    });
    expect(stub.operations).toEqual(["PutItem", "PutItem", "GetItem"]);
  });

  test("that hangs fails within its bounds, after its tries", async () => {
    stub.mode = "hang";
    const started = performance.now();
    await expect(store.putOnce(record(1))).rejects.toThrow("the state store failed: TimeoutError");
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(stub.requests).toBe(2);
  });

  test("whose answer is lost is not trusted; the next try finds the record", async () => {
    stub.mode = "hangAfter";
    await expect(store.putOnce(record(1))).rejects.toThrow("the state store failed: TimeoutError");
    stub.mode = "answer";
    await expect(store.putOnce(record(1))).resolves.toMatchObject({ kind: "exists" });
    expect(stub.items.size).toBe(1);
  });

  test("that is unavailable fails with the class of the error only", async () => {
    stub.mode = "unavailable";
    await expect(store.putOnce(record(1))).rejects.toMatchObject({ name: "StoreError" });
    expect(stub.items.size).toBe(0);
  });
});

test("the worst delivery, two calls of all tries, ends well before the function's 60 s", () => {
  expect(LIMITS.tries * LIMITS.request).toBeLessThan(LIMITS.total);
  expect(2 * LIMITS.total).toBeLessThanOrEqual(30_000);
});
