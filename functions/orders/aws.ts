import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { createHandler, type Delivery, type Handler } from "./handler";
import { awsLine, jsonLog } from "./log";
import { count, NAMESPACE, type Counts } from "./metrics";
import type { Outcome } from "./outcome";
import { awsSettings, type AwsSettings } from "./settings";
import { DynamoDbStore } from "./store/dynamodb";
import { fromXRay } from "./trace";

const settings = awsSettings(process.env);
const handle = build(settings);

/** AWS Lambda behind SQS: reports the messages that failed, and only those are delivered again. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const outcomes: Outcome[] = [];
  const one = async (record: SQSRecord) => {
    const outcome = await handle(toDelivery(record));
    outcomes.push(outcome);
    if (outcome.status === "failed") throw new Error(outcome.reason);
  };
  const response = await processPartialResponse(event, one, new BatchProcessor(EventType.SQS), {
    context,
    // A batch of poison is no failure of the function: report its messages like any others.
    throwOnFullBatchFailure: false,
  });
  publish(count(outcomes));
  return response;
}

function build({
  STATE_TABLE,
  QUEUE_URL,
  MAX_RETRIES,
  SERVICE,
  ENVIRONMENT,
}: AwsSettings): Handler {
  const context = { service: SERVICE, environment: ENVIRONMENT, queue: QUEUE_URL };
  const sink = (line: string) => void process.stdout.write(line);
  return createHandler({
    store: new DynamoDbStore(STATE_TABLE),
    clock: Date.now,
    log: jsonLog(sink, Date.now, context, awsLine),
    maxAttempts: MAX_RETRIES,
  });
}

function toDelivery({ messageId, body, attributes }: SQSRecord): Delivery {
  const trace = fromXRay(attributes.AWSTraceHeader) ?? fromXRay(process.env["_X_AMZN_TRACE_ID"]);
  return { messageId, body, attempt: Number(attributes.ApproximateReceiveCount), trace };
}

/** Embedded metric format on standard output: no call, and so no grant, is needed. */
function publish(counts: Counts): void {
  const metrics = new Metrics({
    namespace: NAMESPACE,
    serviceName: settings.SERVICE,
    defaultDimensions: { environment: settings.ENVIRONMENT },
  });
  for (const [name, value] of Object.entries(counts)) {
    metrics.addMetric(name, MetricUnit.Count, value);
  }
  metrics.publishStoredMetrics();
}
