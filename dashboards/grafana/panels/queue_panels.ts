import { isDeliveredTo, queueOf, schedulesOf, type Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import type { Slo } from "../../slo/slo";
import type { PanelSpec } from "../panel";
import { flow, highest, level, total } from "./aws_targets";
import { ageLimit, setAsidePanel } from "./shared_panels";

export function queuePanels(service: Service, slos: readonly Slo[]): PanelSpec[] {
  return [
    {
      id: 401,
      title: "Events",
      description:
        "Events sent to the queue and events handled. Sent above handled: a backlog grows.",
      unit: "cps",
      targets: [
        flow(service, awsSignals.queueSent, "sent"),
        flow(service, awsSignals.queueDeleted, "handled"),
      ],
    },
    {
      id: 402,
      title: "Backlog",
      description: "Events that wait, and events that the processor holds.",
      unit: "short",
      targets: [
        { expr: level(service, awsSignals.queueVisible), legend: "waiting" },
        { expr: level(service, awsSignals.queueInFlight), legend: "in flight" },
      ],
    },
    {
      id: 403,
      title: "Age of the oldest event",
      description: awsSignals.queueAge.description,
      unit: "s",
      ...ageLimit(slos),
      targets: [{ expr: highest(service, awsSignals.queueAge), legend: "oldest" }],
    },
  ];
}

export function deadLetterPanels(service: Service, slos: readonly Slo[]): PanelSpec[] {
  const { deadLetterRetentionSeconds } = queueOf(service);
  return [
    {
      id: 701,
      title: "Dead letters",
      description: `${awsSignals.deadLetters.description} Kept for ${deadLetterRetentionSeconds / 86_400} days.`,
      unit: "short",
      limits: [{ from: 1, color: "orange" }],
      targets: [
        { expr: level(service, awsSignals.deadLetters), legend: "waiting" },
        { expr: level(service, awsSignals.deadLettersInFlight), legend: "being read" },
      ],
    },
    ...setAsidePanel(slos, 702),
    ...deliveryPanels(service),
  ];
}

/** What of the events that others put into the queue did not come; nothing where nobody does. */
function deliveryPanels(service: Service): PanelSpec[] {
  const undelivered: PanelSpec = {
    id: 703,
    title: "Undelivered",
    description: awsSignals.undelivered.description,
    unit: "short",
    limits: [{ from: 1, color: "orange" }],
    targets: [{ expr: level(service, awsSignals.undelivered), legend: "waiting" }],
  };
  const schedules: PanelSpec = {
    id: 704,
    title: "Schedules",
    description:
      "Events that schedules sent, by what became of each try. Dropped: the service was not woken. Nothing at a time at which one was due: look at the schedule.",
    unit: "short",
    targets: [
      { expr: total(service, awsSignals.scheduleAttempts), legend: "tries" },
      { expr: total(service, awsSignals.scheduleErrors), legend: "failed" },
      { expr: total(service, awsSignals.scheduleDropped), legend: "dropped" },
      { expr: total(service, awsSignals.scheduleLost), legend: "lost" },
    ],
  };
  return [
    ...(isDeliveredTo(service) ? [undelivered] : []),
    ...(schedulesOf(service).length > 0 ? [schedules] : []),
  ];
}
