import { namedIn, named, regional, type Scope } from "./reach";

export const EVENT_SCOPES = {
  eventArchives: { resources: namedIn("events", "archive/") },
  eventBuses: { resources: namedIn("events", "event-bus/") },
  /** Of buses with such names: a rule's own begins so too. */
  eventRules: {
    resources: named((reach, name) => regional("events", `rule/${name}/${name}`)(reach)),
  },
  scheduleGroups: { resources: namedIn("scheduler", "schedule-group/") },
  /** Of groups with such names, whatever they are called in them. */
  schedules: {
    resources: named((reach, name) => regional("scheduler", `schedule/${name}/*`)(reach)),
  },
} as const satisfies Readonly<Record<string, Scope>>;
