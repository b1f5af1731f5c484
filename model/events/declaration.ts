import type { Duration } from "../declaration";
import type { JsonSchema } from "../workloads/json_schema";

/** An event that a service tells others of, under its name: what has happened, as `order.placed`. */
export interface PublishedEventDeclaration {
  /** The `data` of the event: an object. What subscribers filter by is checked against it. */
  readonly schema: JsonSchema;

  /**
   * What carries it: the event bus of the cell, which keeps all for a while to be sent again; a topic of the service's own, for events that
   * are many and have to be there soon; or an ordered topic, which keeps those of one group in the order in which they were published. Queues
   * that are `ordered` subscribe to ordered topics, and no others do.
   *
   * @default "bus"
   */
  readonly via?: EventCarrier;
}

/** What carries events from a service to those who subscribe. */
export type EventCarrier = "bus" | "topic" | "orderedTopic";

/**
 * Events leave a service through a table of its own: code writes each in one transaction with what it tells of, and a function carries
 * it to the bus, again and again until the bus has it (docs/events.md).
 */
export interface OutboxDeclaration {
  /**
   * How long an event is kept in the table, to be published again, 2 to 365 days; "forever" makes the table a store of all events.
   *
   * @default "7d"
   */
  readonly keep?: Duration | "forever";

  /**
   * After which time an event that the bus does not take is set aside, so that those after it go on, 1 minute to 12 hours.
   *
   * @default "6h"
   */
  readonly giveUpAfter?: Duration;

  /**
   * The folder of the code that carries events to the bus.
   *
   * @default "functions/outbox"
   */
  readonly code?: string;

  /**
   * How long the logs of that code are kept.
   *
   * @default - that of the environment
   */
  readonly logRetention?: Duration;
}

/** Events of one other service that come into this one's queue, each a CloudEvent in JSON (docs/events.md). */
export interface SubscriptionDeclaration {
  /** The service that publishes them. */
  readonly service: string;

  /**
   * Their names.
   *
   * @default - all that the service publishes
   */
  readonly events?: readonly string[];

  /**
   * Which of them, by what fields of their `data` hold: each field, such as `customer.tier`, has one of the values that stand there.
   *
   * @default - every one
   */
  readonly filter?: Readonly<Record<string, readonly FieldMatch[]>>;
}

/** What a field holds: the value itself, or what is true of it. */
export type FieldMatch = string | number | boolean | null | FieldCondition;

export type FieldCondition =
  | { readonly prefix: string }
  | { readonly suffix: string }
  /** None of these. */
  | { readonly not: readonly (string | number)[] }
  /** Whether the field is there at all. */
  | { readonly exists: boolean }
  | NumberRange;

/** A number between bounds, called as in JSON Schema; one or both. */
export interface NumberRange {
  /**
   * The least.
   *
   * @default - no bound
   */
  readonly minimum?: number;

  /**
   * More than this.
   *
   * @default - no bound
   */
  readonly exclusiveMinimum?: number;

  /**
   * The most.
   *
   * @default - no bound
   */
  readonly maximum?: number;

  /**
   * Less than this.
   *
   * @default - no bound
   */
  readonly exclusiveMaximum?: number;
}

/** What the event buses of an environment are like. */
export interface EventBusDeclaration {
  /**
   * How long all that was published is kept to be sent again, 1 to 365 days; "none" keeps nothing. AWS bills what is kept and what is sent
   * again (https://aws.amazon.com/eventbridge/pricing/).
   *
   * @default "30d" in production, "7d" in development
   */
  readonly archive?: Duration | "none";
}
