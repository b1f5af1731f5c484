import { accept, toRecord } from "../../../functions/orders/record";
import { readEnvelope } from "../../../functions/orders/envelope";
import { FirestoreStore } from "../../../functions/orders/store/firestore";
import { event, SOURCE } from "./support/events";
import { FirestoreStub } from "./support/firestore";
import { NOW } from "./support/memory";

function record(n: number) {
  const envelope = readEnvelope(event(n));
  return toRecord(envelope, accept(envelope), NOW);
}

describe("the Firestore store", () => {
  let stub: FirestoreStub;
  let store: FirestoreStore;

  beforeEach(async () => {
    stub = await new FirestoreStub().start();
    Object.assign(process.env, stub.credentials);
    const place = { project: "shop", database: "state", collection: "orders" };
    store = new FirestoreStore(place, 500, { host: stub.host, ssl: false });
  });
  afterEach(() => stub.stop());

  test("creates one document whose ttl is a timestamp", async () => {
    await expect(store.putOnce(record(1))).resolves.toEqual({ kind: "written" });
    const [document] = [...stub.documents.values()];
    expect(document?.name).toMatch(
      /^projects\/shop\/databases\/state\/documents\/orders\/[0-9a-f]{64}$/,
    );
    expect(document?.fields).toMatchObject({
      eventId: { stringValue: `${SOURCE}|event-1` },
      digest: { stringValue: record(1).digest },
      ttl: { timestampValue: "2026-04-15T09:30:00Z" },
    });
  });

  test("finds the standing record when the document exists", async () => {
    await store.putOnce(record(1));
    await expect(store.putOnce(record(1))).resolves.toEqual({
      ...{ kind: "exists", digest: record(1).digest },
    });
    expect(stub.documents.size).toBe(1);
  });

  test.each(["hang", "hangAfter", "unavailable"] as const)(
    "in mode %s fails in time",
    async (mode) => {
      stub.mode = mode;
      const started = performance.now();
      await expect(store.putOnce(record(1))).rejects.toMatchObject({ name: "StoreError" });
      expect(performance.now() - started).toBeLessThan(2_000);
      stub.mode = "answer";
      const after = await store.putOnce(record(1));
      expect(after.kind).toBe(mode === "hangAfter" ? "exists" : "written");
      expect(stub.documents.size).toBe(1);
    },
  );
});
