import type { SQSEvent } from "aws-lambda";
import { bundleOf, invoke, Unpacked } from "./support/bundles";
import { DynamoDbStub } from "./support/dynamodb";
import { event, SOURCE } from "./support/events";

/** The very zip that ships, in a Node process of its own, against DynamoDB over real HTTP. */
describe("the function on AWS", () => {
  let zip: Unpacked;
  let stub: DynamoDbStub;

  beforeAll(async () => {
    zip = new Unpacked((await bundleOf("aws")).zip);
  }, 60_000);
  afterAll(() => zip.remove());
  beforeEach(async () => {
    stub = await new DynamoDbStub().start();
  });
  afterEach(() => stub.stop());

  const run = (events: readonly SQSEvent[], more: Record<string, string> = {}) =>
    invoke(zip.path, events, { ...environment(stub.host), ...more });

  test("records a batch and reports nothing to deliver again", async () => {
    const { responses } = await run([batch([event(1), event(2), event(1)])]);
    expect(responses).toEqual([{ batchItemFailures: [] }]);
    expect(stub.records.map(({ eventId }) => eventId).sort()).toEqual([
      `${SOURCE}|event-1`,
      `${SOURCE}|event-2`,
    ]);
  });

  test("reports the poison of a batch alone", async () => {
    const { responses } = await run([batch([event(1), "{poison", event(2)])]);
    expect(responses).toEqual([{ batchItemFailures: [{ itemIdentifier: "message-1" }] }]);
    expect(stub.items.size).toBe(2);
  });

  test("reports a batch of nothing but poison, and does not fail itself", async () => {
    const { responses } = await run([batch(["{", "{}"])]);
    expect(responses).toEqual([
      { batchItemFailures: [{ itemIdentifier: "message-0" }, { itemIdentifier: "message-1" }] },
    ]);
  });

  test("calls the two operations it is granted, and no other", async () => {
    stub.returnsStandingItem = false;
    await run([batch([event(1)]), batch([event(1)])]);
    expect(stub.operations).toEqual(["PutItem", "PutItem", "GetItem"]);
  });

  test("counts what it did in the embedded metric format, zeros too", async () => {
    const { lines } = await run([batch([event(1), event(1), "{poison", "{last"], [1, 1, 2, 3])]);
    const [metrics, ...others] = lines.filter((line) => "_aws" in line);
    expect(others).toEqual([]);
    const names = ["EventsProcessed", "EventsDuplicate", "EventsFailed", "EventsSetAside"];
    expect(metrics).toEqual({
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: "Plinth/Functions",
            Dimensions: [["service", "environment"]],
            Metrics: names.map((Name) => ({ Name, Unit: "Count" })),
          },
        ],
      },
      service: "orders",
      environment: "dev",
      EventsProcessed: 1,
      EventsDuplicate: 1,
      EventsFailed: 2,
      EventsSetAside: 1,
    });
  });

  test("logs the trace of the message, else that of the invocation, and the last attempt", async () => {
    const sent = batch(["{", "{"], [2, 3]);
    const [root, parent] = ["1-4bf92f35-77b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"];
    sent.Records[0]!.attributes.AWSTraceHeader = `Root=${root};Parent=${parent};Sampled=1`;
    const { lines } = await run([sent], {
      _X_AMZN_TRACE_ID: `Root=1-${"a".repeat(8)}-${"b".repeat(24)};Parent=${parent};Sampled=0`,
    });
    const logged = lines.filter((line) => "message" in line);
    expect(logged).toMatchObject([
      { trace_id: "4bf92f3577b34da6a3ce929d0e0e4736", trace_flags: "01", setAside: false },
      { trace_id: "a".repeat(8) + "b".repeat(24), trace_flags: "00", setAside: true },
    ]);
    expect(logged[0]).toMatchObject({ service: "orders", environment: "dev", queue: QUEUE_URL });
  });

  test("reports every message when the table hangs, well before its own 60 s end", async () => {
    stub.mode = "hang";
    const started = performance.now();
    const { responses } = await run([batch(Array.from({ length: 10 }, (_, n) => event(n + 1)))]);
    expect(responses).toMatchObject([{ batchItemFailures: { length: 10 } }]);
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(stub.items.size).toBe(0);
  }, 60_000);

  test("whose answer from the table was lost reports the message, then finds it recorded", async () => {
    stub.mode = "hangAfter";
    const first = await run([batch([event(1)])]);
    stub.mode = "answer";
    const second = await run([batch([event(1)], [2])]);
    expect([...first.responses, ...second.responses]).toEqual([
      { batchItemFailures: [{ itemIdentifier: "message-0" }] },
      { batchItemFailures: [] },
    ]);
    expect(stub.items.size).toBe(1);
    expect(second.lines.find((line) => "_aws" in line)).toMatchObject({ EventsDuplicate: 1 });
  }, 60_000);

  test("without its settings does not start, and says which are missing", async () => {
    await expect(run([batch([event(1)])], { STATE_TABLE: "" })).rejects.toThrow(
      "environment of the function: missing or malformed: STATE_TABLE; " +
        "set them where the function is declared",
    );
  });
});

const QUEUE_URL = "https://sqs.us-east-1.amazonaws.com/123456789012/orders";

const environment = (host: string) => ({
  ...{ STATE_TABLE: "orders", QUEUE_URL, MAX_RETRIES: "3", SERVICE: "orders", ENVIRONMENT: "dev" },
  ...{ AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
  AWS_ENDPOINT_URL_DYNAMODB: `http://${host}`,
});

function batch(bodies: readonly string[], attempts: readonly number[] = []): SQSEvent {
  return {
    Records: bodies.map((body, i) => ({
      ...{ messageId: `message-${i}`, receiptHandle: `receipt-${i}`, body },
      attributes: {
        ApproximateReceiveCount: String(attempts[i] ?? 1),
        SentTimestamp: "1768469400000",
        SenderId: "producer",
        ApproximateFirstReceiveTimestamp: "1768469400001",
      },
      ...{ messageAttributes: {}, md5OfBody: "", eventSource: "aws:sqs", awsRegion: "us-east-1" },
      eventSourceARN: "arn:aws:sqs:us-east-1:123456789012:orders",
    })),
  };
}
