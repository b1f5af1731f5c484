import { stackdriverSeries, type CloudMonitoringSignal, type ResourceKind } from "./signal";

type CloudMonitoringFacts = Pick<CloudMonitoringSignal, "unit" | "semantics" | "description"> & {
  readonly metric: string;
};

const cloudMonitoring =
  (
    base: Pick<CloudMonitoringSignal, "monitoredResource" | "label" | "resource" | "emittedBy">,
    service: string,
  ) =>
  ({ metric, ...facts }: CloudMonitoringFacts): CloudMonitoringSignal => {
    const metricType = `${service}.googleapis.com/${metric}`;
    const name = stackdriverSeries(base.monitoredResource, metricType);
    return {
      job: "stackdriver",
      ...base,
      ...facts,
      metricType,
      series: facts.semantics === "histogram" ? `${name}_bucket` : name,
    };
  };

const pubsub = (resource: ResourceKind) =>
  cloudMonitoring(
    {
      monitoredResource: "pubsub_subscription",
      label: "subscription_id",
      resource,
      emittedBy: "every subscription",
    },
    "pubsub",
  );
const onSubscription = pubsub("subscription");
const onDeadLetterSubscription = pubsub("deadLetterSubscription");
const onCloudRun = cloudMonitoring(
  {
    monitoredResource: "cloud_run_revision",
    label: "service_name",
    resource: "cloudRunRevision",
    emittedBy: "every request to the function's service, and each of its instances",
  },
  "run",
);
const onFirestore = cloudMonitoring(
  {
    monitoredResource: "firestore.googleapis.com/Database",
    label: "database_id",
    resource: "firestoreDatabase",
    emittedBy: "every request to the database",
  },
  "firestore",
);

/** What Cloud Monitoring knows of an event-driven service. */
export const googleSignals = {
  deadLettered: onSubscription({
    metric: "subscription/dead_letter_message_count",
    unit: "count",
    semantics: "counter",
    description: "Messages published to the dead-letter topic.",
  }),
  oldestUnacked: onSubscription({
    metric: "subscription/oldest_unacked_message_age",
    unit: "seconds",
    semantics: "gauge",
    description: "Age of the oldest message that was not acknowledged.",
  }),
  undelivered: onSubscription({
    metric: "subscription/num_undelivered_messages",
    unit: "count",
    semantics: "gauge",
    description: "Messages that wait for the processor.",
  }),
  pushRequests: onSubscription({
    metric: "subscription/push_request_count",
    unit: "count",
    semantics: "counter",
    description: "Pushes of one message each, by the class of the answer: `ack` was handled.",
  }),
  deadLettersWaiting: onDeadLetterSubscription({
    metric: "subscription/num_undelivered_messages",
    unit: "count",
    semantics: "gauge",
    description: "Messages set aside that nobody has looked at.",
  }),
  requests: onCloudRun({
    metric: "request_count",
    unit: "count",
    semantics: "counter",
    description: "Requests to the processor, by the class of its answer.",
  }),
  latency: onCloudRun({
    metric: "request_latencies",
    unit: "milliseconds",
    semantics: "histogram",
    description: "Time that the processor takes for one event.",
  }),
  instances: onCloudRun({
    metric: "container/instance_count",
    unit: "count",
    semantics: "gauge",
    description: "Instances of the processor, by state.",
  }),
  startTime: onCloudRun({
    metric: "container/startup_latencies",
    unit: "milliseconds",
    semantics: "histogram",
    description:
      "Time from the start of an instance until it takes requests; it is no part of the duration.",
  }),
  databaseRequests: onFirestore({
    metric: "api/request_count",
    unit: "count",
    semantics: "counter",
    description: "Requests to the database, by method and answer.",
  }),
  databaseLatency: onFirestore({
    metric: "api/request_latencies",
    unit: "milliseconds",
    semantics: "histogram",
    description: "Time that the database takes for one request, by method.",
  }),
  documentsRead: onFirestore({
    metric: "document/read_ops_count",
    unit: "count",
    semantics: "counter",
    description: "Documents read, by lookup or query.",
  }),
  documentsWritten: onFirestore({
    metric: "document/write_ops_count",
    unit: "count",
    semantics: "counter",
    description: "Documents created or changed.",
  }),
} satisfies Record<string, CloudMonitoringSignal>;
