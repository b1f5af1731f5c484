import { holding, namedIn, named, regional, type Scope } from "./reach";

const ofJobs = named((reach, name) => regional("events", `rule/${name}`)(reach));

export const EVENT_SCOPES = {
  eventArchives: { resources: namedIn("events", "archive/") },
  eventBuses: { resources: namedIn("events", "event-bus/") },
  /** Of buses with such names: a rule's own begins so too. Of what becomes of jobs they stand on the account's own bus. */
  eventRules: {
    resources: (reach) => [
      ...named((one, name) => regional("events", `rule/${name}/${name}`)(one))(reach),
      ...ofJobs(holding(reach, ["aws_batch_job_queue"])),
    ],
  },
  scheduleGroups: { resources: namedIn("scheduler", "schedule-group/") },
  /** Of groups with such names, whatever they are called in them. */
  schedules: {
    resources: named((reach, name) => regional("scheduler", `schedule/${name}/*`)(reach)),
  },
} as const satisfies Readonly<Record<string, Scope>>;
