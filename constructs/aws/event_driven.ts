import { Construct } from "constructs";
import { awsNames } from "../../model/names";
import type { EventDriven, Service } from "../../model/service";
import { cameFrom } from "../annotate";
import type { CodeAsset } from "../code_asset";
import { TerraformOutput } from "../tf";
import { logGroupArn, type Location } from "./arn";
import { consumeMessages, decryptMessages, readWriteItems, useTableKey } from "./grants";
import { Key, logsMayUse } from "./key";
import { QueueConsumer } from "./queue_consumer";
import { ServiceFunction } from "./service_function";
import { StateTable } from "./state_table";
import { WorkQueue } from "./work_queue";

export interface EventDrivenServiceProps {
  /** Settled: every value is there. */
  readonly service: Service<EventDriven>;
  readonly location: Location;
  readonly code: CodeAsset;

  /**
   * Days between the order to delete a key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

type Names = ReturnType<typeof awsNames>;

/** Queue, processor and state of one event-driven service, derived from its declaration. */
export class EventDrivenService extends Construct {
  readonly queue: WorkQueue;
  readonly tables: readonly StateTable[];
  readonly processor: ServiceFunction;
  readonly consumer: QueueConsumer;
  private readonly names: Names;
  private readonly keys: Readonly<Record<"messages" | "data" | "logs", Key>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EventDrivenServiceProps,
  ) {
    super(scope, id);
    this.names = awsNames(placeOf(props.service));
    this.keys = this.makeKeys();
    this.queue = this.makeQueue();
    this.tables = props.service.stores.map((store) => this.makeTable(store));
    this.processor = this.makeProcessor();
    this.consumer = this.makeConsumer();
    this.traceOrigins();
    this.makeOutputs();
  }

  /** One key for each purpose: a producer gets the messages' key and can read neither state nor logs with it. */
  private makeKeys() {
    const { location } = this.props;
    const logs = logsMayUse(logGroupArn(location, this.names.processor.logGroup), location);
    return {
      messages: this.makeKey("messages"),
      data: this.makeKey("data"),
      logs: this.makeKey("logs", [logs]),
    };
  }

  private makeKey(purpose: string, statements: readonly ReturnType<typeof logsMayUse>[] = []): Key {
    const { service, location, keyDeletionWindowDays = 30 } = this.props;
    return new Key(this, `${purpose}-key`, {
      alias: this.names.keyAlias(purpose),
      description: `Encrypts the ${purpose} of ${service.name} in ${service.environment}.`,
      location,
      statements,
      deletionWindowDays: keyDeletionWindowDays,
    });
  }

  private makeQueue(): WorkQueue {
    const { queue } = this.props.service.workload;
    return new WorkQueue(this, "events", {
      queueName: this.names.queue,
      deadLetterQueueName: this.names.deadLetterQueue,
      location: this.props.location,
      encryptionKey: this.keys.messages.aliasName,
      visibilityTimeoutSeconds: queue.visibilityTimeoutSeconds,
      maxReceiveCount: queue.attempts,
      retentionSeconds: queue.retentionSeconds,
      deadLetterRetentionSeconds: queue.deadLetterRetentionSeconds,
    });
  }

  private makeTable(store: Service["stores"][number]): StateTable {
    return new StateTable(this, store.name, {
      tableName: this.names.table(store.name),
      partitionKey: store.partitionKey,
      location: this.props.location,
      encryptionKeyArn: this.keys.data.arn,
      ttlAttribute: store.ttlAttribute,
      deletionProtection: store.deletionProtection,
    });
  }

  private makeProcessor(): ServiceFunction {
    const { service, location, code } = this.props;
    const { processor } = service.workload;
    return new ServiceFunction(this, "processor", {
      names: this.names.processor,
      description: `Handles the events of ${service.name}.`,
      location,
      code,
      grants: this.grants(),
      environment: this.variables(),
      environmentKeyArn: this.keys.data.arn,
      logKeyArn: this.keys.logs.arn,
      logRetentionDays: processor.logRetentionDays,
      reservedConcurrency: processor.reservedConcurrency,
      memoryMiB: processor.memoryMiB,
      timeoutSeconds: processor.timeoutSeconds,
      architecture: processor.architecture,
    });
  }

  private grants() {
    const { location } = this.props;
    return [
      consumeMessages(this.queue.queueArn),
      decryptMessages(this.keys.messages.arn, location),
      readWriteItems(this.tables.map((table) => table.tableArn)),
      useTableKey(this.keys.data.arn, location),
    ];
  }

  /** A store `state` is found as `STATE_TABLE`. */
  private variables(): Record<string, string> {
    const { service } = this.props;
    const tables = service.stores.map((store, index): [string, string] => [
      `${store.name.replaceAll("-", "_").toUpperCase()}_TABLE`,
      this.tables[index]?.table.name ?? "",
    ]);
    return {
      ...Object.fromEntries(tables),
      QUEUE_URL: this.queue.queue.url,
      MAX_RETRIES: String(service.workload.queue.attempts),
      SERVICE: service.name,
      ENVIRONMENT: service.environment,
    };
  }

  private makeConsumer(): QueueConsumer {
    const { queue, processor } = this.props.service.workload;
    return new QueueConsumer(this, "consumer", {
      queueArn: this.queue.queueArn,
      functionArn: this.processor.invokeArn,
      maximumConcurrency: processor.maximumConcurrency,
      batchSize: queue.batchSize,
      batchWindowSeconds: queue.batchWindowSeconds,
    });
  }

  private traceOrigins(): void {
    const { service } = this.props;
    cameFrom(this, service);
    cameFrom(this.queue, service, "workload.queue");
    cameFrom(this.keys.messages, service, "workload.queue");
    cameFrom(this.keys.data, service, "stores");
    cameFrom(this.keys.logs, service, "workload.processor");
    cameFrom(this.consumer, service, "workload.queue.batch");
    cameFrom(this.processor, service, "workload.processor");
    this.tables.forEach((table) => cameFrom(table, service, `stores.${table.node.id}`));
  }

  private makeOutputs(): void {
    new TerraformOutput(this, "queue-url", {
      value: this.queue.queue.url,
      description: "Where producers send events.",
    });
    new TerraformOutput(this, "processor-arn", {
      value: this.processor.function.arn,
      description: "The function that handles events.",
    });
  }
}

const placeOf = ({ environment, cell, name }: Service) => ({ environment, cell, name });
