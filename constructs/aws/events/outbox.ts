import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping";
import { Construct } from "constructs";
import type { EventNames } from "../../../model/events/names";
import type { Outbox as Settled } from "../../../model/events/settled";
import type { FunctionNames } from "../../../model/names";
import type { Service } from "../../../model/service";
import type { CodeAsset } from "../../code_asset";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { OutboxGrants } from "../identity/outbox_grants";
import { QueueGrants } from "../identity/queue_grants";
import type { Key } from "../key";
import { ServiceFunction } from "../service_function";
import { StateTable } from "../state_table";
import type { EventBus } from "./event_bus";
import { UndeliveredQueue } from "./undelivered_queue";

export interface OutboxProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: Pick<EventNames, "outbox" | "outboxFailures"> & {
    readonly relay: FunctionNames;
  };

  /** Whose events leave through it. */
  readonly service: Pick<Service, "name" | "environment" | "publishes">;

  /** Settled: every value is there. */
  readonly outbox: Settled;

  readonly location: Location;

  /** The zip of what carries events. */
  readonly code: CodeAsset;

  /** Where they are carried to. */
  readonly bus: EventBus;

  /** The customer key that encrypts events, what could not be carried, and logs. */
  readonly key: Key;
}

/**
 * As many as the stream has shards at the same time, each of which is followed in order; a table that is paid by request has four at first.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.Partitions.html
 */
const SHARDS = 10;

/** Ten requests to EventBridge, each of which is tried for 18 s at most. */
const BATCH = { batchSize: 100, timeoutSeconds: 180 } as const;

/**
 * A table into which code writes events in one transaction with what they tell of, and a function that follows the table's stream and carries
 * each to the bus. What was carried is marked by the stream's position: killed before that, it carries the event again.
 */
export class Outbox extends Construct {
  readonly table: StateTable;
  readonly relay: ServiceFunction;
  /** What says of which events were not carried; the events themselves stay in the table. */
  readonly failures: UndeliveredQueue;
  readonly mapping: LambdaEventSourceMapping;
  readonly grants: OutboxGrants;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: OutboxProps,
  ) {
    super(scope, id);
    this.table = this.makeTable();
    this.grants = new OutboxGrants({ table: this.table, ...this.keyed });
    this.failures = new UndeliveredQueue(this, "failures", {
      ...{ name: props.names.outboxFailures, location: props.location, senders: [] },
      encryptionKey: props.key.aliasName,
    });
    this.relay = this.makeRelay();
    this.mapping = this.follow();
  }

  /** What code writes events by. */
  get variables(): Record<string, string> {
    const { service, outbox } = this.props;
    return {
      OUTBOX_TABLE: this.table.table.name,
      EVENT_TYPES: service.publishes.map(({ name }) => name).join(","),
      ...(outbox.keepDays !== undefined && { OUTBOX_KEEP_DAYS: String(outbox.keepDays) }),
    };
  }

  private get keyed() {
    const { location, key } = this.props;
    return { location, encryptionKeyArn: key.arn };
  }

  private makeTable(): StateTable {
    const { names, outbox } = this.props;
    return new StateTable(this, "table", {
      ...{ tableName: names.outbox, ...this.keyed },
      partitionKey: "subject",
      sortKey: { name: "sequence", type: "number" },
      stream: "new",
      deletionProtection: outbox.deletionProtection,
    });
  }

  private makeRelay(): ServiceFunction {
    const { names, service, outbox, location, code, bus, key } = this.props;
    const relay = new ServiceFunction(this, "relay", {
      names: names.relay,
      description: `Carries the events of ${service.name} to the event bus.`,
      ...{ location, code },
      environment: {
        ...{ EVENT_BUS: bus.name, SERVICE: service.name, ENVIRONMENT: service.environment },
      },
      ...{ environmentKeyArn: key.arn, logKeyArn: key.arn },
      logRetentionDays: outbox.logRetentionDays,
      ...{ reservedConcurrency: SHARDS, timeoutSeconds: BATCH.timeoutSeconds },
    });
    const events = service.publishes.map(({ name }) => name);
    bus.grants.publish(relay, service.name, events);
    this.grants.follow(relay);
    new QueueGrants({ queueArn: this.failures.queueArn, ...this.keyed }).send(relay);
    return relay;
  }

  /** What is written, and what is touched to be carried again; not what is deleted when its time is over. */
  private follow(): LambdaEventSourceMapping {
    return new LambdaEventSourceMapping(this, MAIN, {
      eventSourceArn: this.table.table.streamArn,
      functionName: this.relay.invokeArn,
      startingPosition: "TRIM_HORIZON",
      batchSize: BATCH.batchSize,
      ...{ parallelizationFactor: 1, bisectBatchOnFunctionError: true },
      functionResponseTypes: ["ReportBatchItemFailures"],
      ...{ maximumRetryAttempts: -1 },
      maximumRecordAgeInSeconds: this.props.outbox.giveUpAfterSeconds,
      destinationConfig: { onFailure: { destinationArn: this.failures.queueArn } },
      filterCriteria: {
        filter: [{ pattern: JSON.stringify({ eventName: ["INSERT", "MODIFY"] }) }],
      },
    });
  }
}
