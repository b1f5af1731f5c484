import type { ServiceDeclaration } from "../../model/declaration";

export const orders: ServiceDeclaration = {
  name: "orders",
  description: "Takes order events and keeps one record of each.",
  owner: { team: "commerce", contact: "#commerce-oncall" },
  costCenter: "cc-1001",
  workload: { kind: "eventDriven", code: "functions/orders" },
  stores: { state: { kind: "keyValue", partitionKey: "eventId" } },
  dependsOn: [],
  traffic: { averagePerSecond: 5, peakPerSecond: 50 },
  objectives: [
    {
      name: "success",
      sli: "success",
      target: 99.9,
      window: "30d",
      firstSteps: [
        "Read one message of the dead-letter queue and the processor's log lines with its event id.",
        "If every message fails, roll back the last deploy; if one kind fails, tell its producer.",
        "When the cause is gone, redrive the dead-letter queue to the event queue.",
      ],
    },
    {
      name: "freshness",
      sli: "freshness",
      threshold: "5m",
      target: 99.5,
      window: "30d",
      firstSteps: [
        "Compare events sent with events deleted: more traffic, or a slower processor?",
        "If the processor is throttled, raise `processor.reservedConcurrency`; if it is slow, look at its traces.",
        "If the state table throttles or fails, open the data panel and the cloud's status page.",
      ],
    },
  ],
};
