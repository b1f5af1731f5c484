import type { Construct } from "constructs";
import type { Workflow } from "../../model/service";
import { cameFrom } from "../annotate";
import { TerraformOutput, type ITerraformDependable } from "../tf";
import { AwsService, type Stores } from "./aws_service";
import type { AwsServiceProps } from "./aws_service_props";
import { EventSchedules } from "./events/event_schedules";
import { UndeliveredQueue } from "./events/undelivered_queue";
import type { CodeAsset } from "../code_asset";
import type { Key } from "./key";
import { QueueConsumer } from "./queue_consumer";
import { ServiceFunction } from "./service_function";
import { WorkQueue } from "./work_queue";
import { StateMachine } from "./workflow/state_machine";
import { deliveryMayDecrypt } from "./workflow/workflow_grants";

export interface WorkflowServiceProps extends AwsServiceProps<Workflow> {
  /** The zip, and the digest by which a change of code is seen. */
  readonly code: CodeAsset;

  /**
   * What lets AWS write logs of state machines, where it is in the same stack: AWS asks for it when a machine is made.
   *
   * @default - it is there already
   */
  readonly logDelivery?: ITerraformDependable | undefined;
}

/**
 * State machine, the function that takes its steps, the queue whose events start executions and what starts them, derived from the
 * declaration of one workflow.
 */
export class WorkflowService extends AwsService<Workflow, WorkflowServiceProps> {
  readonly queue: WorkQueue;
  readonly stores: Stores;
  /** Takes the steps. */
  readonly handler: ServiceFunction;
  readonly stateMachine: StateMachine;
  /** Starts an execution for each event. */
  readonly starter: ServiceFunction;
  readonly consumer: QueueConsumer;
  /** Undefined where none are declared. */
  readonly schedules: EventSchedules | undefined;
  /** What they could not put into the queue; undefined where there are none. */
  readonly undelivered: UndeliveredQueue | undefined;
  private readonly keys: Readonly<Record<"messages" | "data" | "executions" | "logs", Key>>;

  constructor(scope: Construct, id: string, props: WorkflowServiceProps) {
    super(scope, id, props);
    this.keys = this.makeKeys();
    this.queue = this.makeQueue();
    this.stores = this.makeStores(this.keys);
    this.handler = this.makeHandler();
    this.grantStores(this.stores, this.handler);
    this.connectStores(this.stores, () => this.handler.client);
    this.stateMachine = this.makeStateMachine();
    this.starter = this.makeStarter();
    this.queue.grants.consume(this.starter);
    this.stateMachine.grants.start(this.starter);
    this.consumer = this.makeConsumer();
    this.undelivered = this.makeUndelivered();
    this.schedules = this.makeSchedules();
    this.traceOrigins();
    this.makeOutputs();
  }

  /** One key for each purpose: what starts executions can read neither state nor logs with its keys. */
  private makeKeys() {
    const { handler, starter, workflowLogGroup } = this.names;
    const { location } = this.props;
    return {
      messages: this.makeKey("messages"),
      data: this.makeKey("data"),
      executions: this.makeKey("executions", [deliveryMayDecrypt(location)]),
      logs: this.makeLogsKey(handler.logGroup, starter.logGroup, workflowLogGroup),
    };
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
    });
  }

  private makeHandler(): ServiceFunction {
    const { service, location, code } = this.props;
    return new ServiceFunction(this, "handler", {
      names: this.names.handler,
      description: `Takes the steps of ${service.name}.`,
      ...{ location, code },
      place: this.functionPlace(),
      mount: this.stores.files[0]?.mount,
      environment: this.variables(this.stores),
      environmentKeyArn: this.keys.data.arn,
      logKeyArn: this.keys.logs.arn,
      ...service.workload.function,
    });
  }

  private makeStateMachine(): StateMachine {
    const { service, location } = this.props;
    return new StateMachine(this, "workflow", {
      names: this.names,
      ...{ location, workflow: service.workload, handler: this.handler },
      logDelivery: this.props.logDelivery,
      encryptionKeyArn: this.keys.executions.arn,
      logKeyArn: this.keys.logs.arn,
    });
  }

  private makeStarter(): ServiceFunction {
    const { service, location, code } = this.props;
    const { starter } = service.workload;
    return new ServiceFunction(this, "starter", {
      names: this.names.starter,
      description: `Starts an execution of ${service.name} for each event.`,
      ...{ location, code, handler: "index.start" },
      environment: {
        STATE_MACHINE_ARN: this.stateMachine.grants.arn,
        SERVICE: service.name,
      },
      environmentKeyArn: this.keys.executions.arn,
      logKeyArn: this.keys.logs.arn,
      ...starter,
    });
  }

  private makeConsumer(): QueueConsumer {
    const { queue, starter } = this.props.service.workload;
    return new QueueConsumer(this, "consumer", {
      queueArn: this.queue.queueArn,
      functionArn: this.starter.invokeArn,
      ...{ ...queue, maximumConcurrency: starter.maximumConcurrency },
    });
  }

  private makeUndelivered(): UndeliveredQueue | undefined {
    const { service, location } = this.props;
    const { queue, schedules } = service.workload;
    if (schedules.length === 0) return undefined;
    return new UndeliveredQueue(this, "undelivered", {
      ...{ name: this.names.events.undeliveredQueue, location, senders: [] },
      encryptionKey: this.keys.messages.aliasName,
      retentionSeconds: queue.deadLetterRetentionSeconds,
    });
  }

  private makeSchedules(): EventSchedules | undefined {
    const { service, location } = this.props;
    const { schedules } = service.workload;
    if (this.undelivered === undefined) return undefined;
    return new EventSchedules(this, "schedules", {
      ...{ names: this.names.events, service: service.name, location, schedules },
      ...{ queue: this.queue, undelivered: this.undelivered },
      encryptionKeyArn: this.keys.messages.arn,
    });
  }

  private traceOrigins(): void {
    const { service } = this.props;
    const { messages, executions, logs, data } = this.keys;
    cameFrom(this, service);
    this.traceSecrets();
    for (const part of [this.queue, messages, this.consumer, this.starter])
      cameFrom(part, service, "workload.queue");
    for (const part of [this.undelivered, this.schedules])
      if (part) cameFrom(part, service, "workload.schedules");
    for (const part of [this.stateMachine, executions]) cameFrom(part, service, "workload");
    for (const part of [this.handler, logs]) cameFrom(part, service, "workload.function");
    this.traceStores(this.stores, data);
  }

  private makeOutputs(): void {
    new TerraformOutput(this, "queue-url", {
      value: this.queue.queue.url,
      description: "Where producers send the events that start executions.",
    });
    new TerraformOutput(this, "state-machine-arn", {
      value: this.stateMachine.machine.arn,
      description: "The workflow, whose executions can be looked at and redriven.",
    });
    new TerraformOutput(this, "handler-arn", {
      value: this.handler.function.arn,
      description: "The function that takes the steps.",
    });
  }
}
