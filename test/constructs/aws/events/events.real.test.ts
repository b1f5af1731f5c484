import type { EnvironmentDeclaration } from "../../../../model/environment";
import { EVENTFUL, OUTBOXED, SCHEDULED, TOPICAL } from "../../support/events";
import { provePlans } from "../../support/planned";
import { CODE, cellOf } from "../../support/synth";

const cells: readonly (readonly [string, EnvironmentDeclaration])[] = [
  ["a bus", EVENTFUL],
  ["topics and an ordered queue", TOPICAL],
  ["schedules", SCHEDULED],
  ["an outbox and a read model", OUTBOXED],
];

provePlans("events", cells, (environment) => {
  const { resources, json } = cellOf(environment);
  // One zip is there for every service.
  const text = JSON.stringify(json).replaceAll(/assets\/[a-z-]+\.zip/g, CODE.fileName);
  return { resources, json: JSON.parse(text) as typeof json };
});
