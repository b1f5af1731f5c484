import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { bundleOf, ROOT, Unpacked } from "./support/bundles";
import { event, order, SOURCE } from "./support/events";
import { FirestoreStub } from "./support/firestore";

const SUBSCRIPTION = "projects/shop/subscriptions/orders";

/** The very zip that ships, started by Google's framework, against Firestore over real HTTP. */
describe("the function on Google Cloud", () => {
  let zip: Unpacked;
  let stub: FirestoreStub;
  let child: ChildProcess;
  let url: string;
  let out = "";

  beforeAll(async () => {
    zip = new Unpacked((await bundleOf("google")).zip);
    stub = await new FirestoreStub().start();
    const port = await freePort();
    url = `http://127.0.0.1:${port}/`;
    const framework = join(ROOT, "node_modules/.bin/functions-framework");
    const source = ["--target=orders", `--source=${zip.path}`, `--port=${port}`];
    child = spawn(process.execPath, [framework, ...source], { env: environment(stub) });
    child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
    await started(url);
  }, 60_000);

  afterAll(async () => {
    child.kill();
    await stub.stop();
    zip.remove();
  });

  beforeEach(() => {
    stub.mode = "answer";
    stub.documents.clear();
    out = "";
  });

  const logged = () =>
    out
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));

  test("acknowledges a recorded order, and a duplicate of it, with 204", async () => {
    await expect(push(url, event(1))).resolves.toBe(204);
    await expect(push(url, event(1), { deliveryAttempt: 2 })).resolves.toBe(204);
    expect([...stub.documents.values()]).toMatchObject([
      { fields: { eventId: { stringValue: `${SOURCE}|event-1` } } },
    ]);
    expect(logged().filter((line) => line.message === "counts")).toMatchObject([
      { EventsProcessed: 1, EventsDuplicate: 0, EventsFailed: 0, EventsSetAside: 0 },
      { EventsProcessed: 0, EventsDuplicate: 1, EventsFailed: 0, EventsSetAside: 0 },
    ]);
  });

  test("creates one document whose name has no slash and whose ttl is a timestamp", async () => {
    const before = Date.now();
    await push(url, event(1));
    const [document] = [...stub.documents.values()];
    expect(document?.name).toMatch(
      /^projects\/shop\/databases\/state\/documents\/orders\/[0-9a-f]{64}$/,
    );
    const { timestampValue } = document?.fields["ttl"] as { timestampValue: string };
    const days = (Date.parse(timestampValue) - before) / 86_400_000;
    expect(Math.round(days)).toBe(90);
  });

  test("records an event delivered 100 times at once a single time", async () => {
    const pushed = await Promise.all(Array.from({ length: 100 }, () => push(url, event(1))));
    expect(new Set(pushed)).toEqual(new Set([204]));
    expect(stub.documents.size).toBe(1);
  });

  test("does not acknowledge poison: 422, and the last attempt is marked", async () => {
    await expect(push(url, "{", { deliveryAttempt: 4 })).resolves.toBe(422);
    await expect(push(url, "{", { deliveryAttempt: 5 })).resolves.toBe(422);
    expect(logged().filter((line) => "setAside" in line)).toMatchObject([
      { severity: "WARNING", attempt: 4, setAside: false },
      { severity: "ERROR", attempt: 5, maxAttempts: 5, setAside: true },
    ]);
  });

  test("does not acknowledge another order under the same source and id", async () => {
    await push(url, event(1));
    await expect(push(url, event(1, { data: order(2) }))).resolves.toBe(422);
  });

  test("does not acknowledge while the store is out of reach: 503, then 204", async () => {
    stub.mode = "unavailable";
    await expect(push(url, event(1))).resolves.toBe(503);
    stub.mode = "answer";
    await expect(push(url, event(1))).resolves.toBe(204);
    expect(stub.documents.size).toBe(1);
  }, 60_000);

  test("does not acknowledge while the store hangs: 503 within its bound, then 204", async () => {
    stub.mode = "hang";
    const started = performance.now();
    await expect(push(url, event(1))).resolves.toBe(503);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(logged()[0]).toMatchObject({ reason: "the state store failed: TimeoutError" });
    stub.mode = "answer";
    await expect(push(url, event(1))).resolves.toBe(204);
    expect(stub.documents.size).toBe(1);
  }, 60_000);

  test("does not acknowledge an order whose write was not confirmed: 503, then 204", async () => {
    stub.mode = "hangAfter";
    await expect(push(url, event(1))).resolves.toBe(503);
    stub.mode = "answer";
    await expect(push(url, event(1), { deliveryAttempt: 2 })).resolves.toBe(204);
    expect(stub.documents.size).toBe(1);
  }, 60_000);

  test("refuses what is no push with 400 and says what it lacks", async () => {
    await expect(post(url, { message: { data: "e30" } })).resolves.toBe(400);
    expect(logged()).toMatchObject([
      {
        message: "request refused",
        reason:
          "not a Pub/Sub push: message.messageId: expected string; message.data: expected base64",
      },
    ]);
  });

  test("puts the trace of the request where Cloud Logging looks for it", async () => {
    const [trace, span] = ["4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"];
    await push(url, event(1), {}, { traceparent: `00-${trace}-${span}-01` });
    expect(logged()[0]).toMatchObject({
      severity: "INFO",
      message: "order recorded",
      subscription: SUBSCRIPTION,
      "logging.googleapis.com/trace": `projects/shop/traces/${trace}`,
      "logging.googleapis.com/spanId": span,
      "logging.googleapis.com/trace_sampled": true,
    });
  });
});

const environment = (stub: FirestoreStub) => ({
  ...{ STATE_DATABASE: "state", STATE_COLLECTION: "orders", MAX_RETRIES: "5", SUBSCRIPTION },
  ...{ SERVICE: "orders", ENVIRONMENT: "dev-gcp", FIRESTORE_EMULATOR_HOST: stub.host },
  ...stub.credentials,
});

async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const init = { method: "POST", body: JSON.stringify(body) };
  const json = { "content-type": "application/json", ...headers };
  return (await fetch(url, { ...init, headers: json })).status;
}

/** As Pub/Sub pushes: the names of the members in both of its spellings. */
function push(url: string, body: string, more: object = {}, headers: Record<string, string> = {}) {
  const data = Buffer.from(body).toString("base64");
  const attributes = { "content-type": "application/cloudevents+json" };
  const message = { data, attributes, messageId: "message-1", message_id: "message-1" };
  const pushed = { deliveryAttempt: 1, message, subscription: SUBSCRIPTION, ...more };
  return post(url, pushed, headers);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function started(url: string): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    const answered = await fetch(url, { method: "GET" }).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("the functions framework did not start within 40 s");
}
