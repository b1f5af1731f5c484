import type { EventDrivenDeclaration, ServiceDeclaration } from "../declaration";
import { days } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import type { JsonSchema } from "../workloads/json_schema";
import type { EventCarrier, FieldMatch } from "./declaration";

/** An event that others are told of. */
export interface PublishedEvent {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly via: EventCarrier;
}

/** Events of one other service that come into the queue. */
export interface Subscription {
  /** Who publishes them. */
  readonly service: string;
  /** What carries these. */
  readonly via: EventCarrier;
  /** Sorted. */
  readonly events: readonly string[];
  /** Empty: every one. */
  readonly filter: Readonly<Record<string, readonly FieldMatch[]>>;
}

/** Through which what a service publishes leaves it. */
export interface Outbox {
  /** Folder of the code that carries events, from the repository's root. */
  readonly code: string;
  /** Undefined: for ever. */
  readonly keepDays: number | undefined;
  readonly giveUpAfterSeconds: number;
  readonly logRetentionDays: number;
  /** Whether AWS refuses to delete the table. */
  readonly deletionProtection: boolean;
}

/** The bus of each cell. */
export interface EventBus {
  /** Undefined where nothing is kept to be sent again. */
  readonly archiveDays: number | undefined;
}

/** Sorted by name. */
export const settlePublishes = ({ publishes = {} }: ServiceDeclaration): PublishedEvent[] =>
  Object.entries(publishes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { schema, via = "bus" }]) => ({ name, schema, via }));

const CARRIERS = ["bus", "topic", "orderedTopic"] as const;

/** Sorted by who publishes and by what carries the events. */
export const settleSubscriptions = (
  { subscribes = [] }: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): Subscription[] =>
  [...subscribes]
    .sort((a, b) => (a.service < b.service ? -1 : 1))
    .flatMap(({ service, events = publishedBy(service, environment), filter = {} }) =>
      CARRIERS.map((via) => ({
        ...{ service, via, filter },
        events: events.filter((one) => carrierOf(service, one, environment) === via).sort(),
      })),
    )
    .filter(({ events }) => events.length > 0);

/** What carries an event of a service; undefined where it publishes none of this name. */
export function carrierOf(
  name: string,
  event: string,
  { services }: EnvironmentDeclaration,
): EventCarrier | undefined {
  const published = services.find((service) => service.name === name)?.publishes?.[event];
  return published && (published.via ?? "bus");
}

/** Names of all that a service publishes. */
export const publishedBy = (name: string, { services }: EnvironmentDeclaration): string[] =>
  Object.keys(services.find((service) => service.name === name)?.publishes ?? {});

const ARCHIVE = { production: "30d", development: "7d" } as const;

export function settleEventBus(environment: EnvironmentDeclaration): EventBus {
  const declared = environment.cloud === "aws" ? environment.eventBus?.archive : undefined;
  const archive = declared ?? ARCHIVE[environment.stage];
  return { archiveDays: archive === "none" ? undefined : days(archive) };
}
