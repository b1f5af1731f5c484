import type { Construct } from "constructs";
import { isDeliveredTo, type EventDriven } from "../../model/service";
import { cameFrom } from "../annotate";
import { TerraformOutput } from "../tf";
import { AwsService, type Stores } from "./aws_service";
import type { AwsServiceProps } from "./aws_service_props";
import { EventSchedules } from "./events/event_schedules";
import { QueueSubscriptions, sendersOf } from "./events/queue_subscriptions";
import { mayEncrypt, type Sender } from "./events/sender";
import { UndeliveredQueue } from "./events/undelivered_queue";
import type { CodeAsset } from "../code_asset";
import type { Key } from "./key";
import { QueueConsumer } from "./queue_consumer";
import { RegionalQueue } from "./regions/regional";
import { FunctionRollout } from "./rollout/function_rollout";
import { ServiceFunction } from "./service_function";
import { WorkQueue } from "./work_queue";

export interface EventDrivenServiceProps extends AwsServiceProps<EventDriven> {
  /** The zip, and the digest by which a change of code is seen. */
  readonly code: CodeAsset;
}

/** Queue, processor and state of one event-driven service, derived from its declaration. */
export class EventDrivenService extends AwsService<EventDriven, EventDrivenServiceProps> {
  readonly queue: WorkQueue;
  readonly stores: Stores;
  readonly processor: ServiceFunction;
  readonly consumer: QueueConsumer;
  /** Undefined where none are declared. */
  readonly subscriptions: QueueSubscriptions | undefined;
  /** What they and schedules could not put into the queue; undefined where there are none. */
  readonly undelivered: UndeliveredQueue | undefined;
  /** Undefined where none are declared. */
  readonly schedules: EventSchedules | undefined;
  private readonly keys: Readonly<Record<"messages" | "data" | "logs", Key>>;

  constructor(scope: Construct, id: string, props: EventDrivenServiceProps) {
    super(scope, id, props);
    this.keys = this.makeKeys();
    this.queue = this.makeQueue();
    this.stores = this.makeStores(this.keys);
    this.processor = this.makeProcessor();
    this.grantStores(this.stores, this.processor);
    this.connectStores(this.stores, () => this.processor.client);
    this.queue.grants.consume(this.processor);
    this.consumer = this.makeConsumer();
    this.undelivered = this.makeUndelivered();
    this.subscriptions = this.makeSubscriptions();
    this.schedules = this.makeSchedules();
    const regional = this.regionalProps;
    if (regional) new RegionalQueue(this, "region", { ...regional, queue: this.queue });
    this.traceOrigins();
    this.makeRollout();
    this.makeOutputs();
  }

  /** One key for each purpose: a producer gets the messages' key and can read neither state nor logs with it. */
  private makeKeys() {
    return {
      messages: this.makeKey("messages", mayEncrypt(this.senders())),
      data: this.makeKey("data"),
      logs: this.makeLogsKey(this.names.processor.logGroup),
    };
  }

  private senders(): Sender[] {
    const { service, location } = this.props;
    return sendersOf(service.workload.subscriptions, {
      names: this.names.events,
      location,
      service,
    });
  }

  private makeQueue(): WorkQueue {
    const { queue } = this.props.service.workload;
    return new WorkQueue(this, "events", {
      queueName: this.names.queue,
      deadLetterQueueName: this.names.deadLetterQueue,
      location: this.props.location,
      encryptionKey: this.keys.messages.aliasName,
      encryptionKeyArn: this.keys.messages.arn,
      ...{ ...queue, maxReceiveCount: queue.attempts },
      senders: this.senders(),
    });
  }

  private makeProcessor(): ServiceFunction {
    const { service, location, code } = this.props;
    const { processor, queue } = service.workload;
    return new ServiceFunction(this, "processor", {
      names: this.names.processor,
      description: `Handles the events of ${service.name}.`,
      location,
      code,
      place: this.functionPlace(),
      mount: this.stores.files[0]?.mount,
      environment: {
        ...this.variables(this.stores),
        QUEUE_URL: this.queue.queue.url,
        MAX_RETRIES: String(queue.attempts),
      },
      environmentKeyArn: this.keys.data.arn,
      logKeyArn: this.keys.logs.arn,
      logRetentionDays: processor.logRetentionDays,
      reservedConcurrency: processor.reservedConcurrency,
      memoryMiB: processor.memoryMiB,
      timeoutSeconds: processor.timeoutSeconds,
      architecture: processor.architecture,
      shifted: service.rollout !== undefined,
    });
  }

  private makeConsumer(): QueueConsumer {
    const { queue, processor } = this.props.service.workload;
    return new QueueConsumer(this, "consumer", {
      queueArn: this.queue.queueArn,
      functionArn: this.processor.invokeArn,
      ...{ ...queue, maximumConcurrency: processor.maximumConcurrency },
    });
  }

  private makeRollout(): void {
    const { service, location } = this.props;
    if (service.rollout === undefined) return;
    new FunctionRollout(this, "rollout", {
      ...{ service, location, of: this.processor },
      functionName: this.names.processor.function,
      dimensions: { QueueName: this.queue.queue.name },
    });
  }

  private makeSubscriptions(): QueueSubscriptions | undefined {
    const { service, location, eventBus: bus, eventTopics: topics = new Map() } = this.props;
    const { subscriptions } = service.workload;
    if (subscriptions.length === 0 || this.undelivered === undefined) return undefined;
    return new QueueSubscriptions(this, "subscriptions", {
      names: this.names.events,
      ...{ location, subscriptions, bus, topics },
      ...{ queue: this.queue, undelivered: this.undelivered },
    });
  }

  private makeUndelivered(): UndeliveredQueue | undefined {
    const { service, location } = this.props;
    if (!isDeliveredTo(service)) return undefined;
    const { ordered, deadLetterRetentionSeconds } = service.workload.queue;
    return new UndeliveredQueue(this, "undelivered", {
      ...{ name: this.names.events.undeliveredQueue, ordered, location },
      ...{ senders: this.senders(), encryptionKey: this.keys.messages.aliasName },
      retentionSeconds: deadLetterRetentionSeconds,
    });
  }

  private makeSchedules(): EventSchedules | undefined {
    const { service, location } = this.props;
    const { schedules } = service.workload;
    if (schedules.length === 0 || this.undelivered === undefined) return undefined;
    return new EventSchedules(this, "schedules", {
      ...{ names: this.names.events, service: service.name, location, schedules },
      ...{ queue: this.queue, undelivered: this.undelivered },
      encryptionKeyArn: this.keys.messages.arn,
    });
  }

  private traceOrigins(): void {
    const { service } = this.props;
    cameFrom(this, service);
    this.traceSecrets();
    cameFrom(this.queue, service, "workload.queue");
    cameFrom(this.keys.messages, service, "workload.queue");
    cameFrom(this.keys.logs, service, "workload.processor");
    cameFrom(this.consumer, service, "workload.queue.batch");
    cameFrom(this.processor, service, "workload.processor");
    if (this.undelivered)
      cameFrom(
        this.undelivered,
        service,
        this.subscriptions ? "workload.subscribes" : "workload.schedules",
      );
    if (this.subscriptions) cameFrom(this.subscriptions, service, "workload.subscribes");
    if (this.schedules) cameFrom(this.schedules, service, "workload.schedules");
    this.traceStores(this.stores, this.keys.data);
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
