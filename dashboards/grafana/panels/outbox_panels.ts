import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import { OUTBOX_REASONS } from "../../tickets/outbox";
import type { Row } from "../row";
import { highest } from "./aws_targets";

/** Of a service whose events leave through an outbox; none of any other. */
export function outboxRows(service: Service): Row[] {
  if (service.outbox === undefined) return [];
  const [late] = OUTBOX_REASONS;
  return [
    {
      title: "Outbox",
      panels: [
        {
          id: 551,
          title: "Age of what is carried",
          description: `${awsSignals.outboxAge.description} From the red line on, a ticket tells of it.`,
          unit: "ms",
          limits: [{ from: late?.over ?? 0, color: "red" }],
          targets: [{ expr: highest(service, awsSignals.outboxAge), legend: "age" }],
        },
        {
          id: 552,
          title: "Given up",
          description: `${awsSignals.outboxFailed.description} Their events stand in the table, and are carried again when somebody touches them.`,
          unit: "short",
          limits: [{ from: 1, color: "red" }],
          targets: [{ expr: highest(service, awsSignals.outboxFailed), legend: "batches" }],
        },
      ],
    },
  ];
}
