import { Construct } from "constructs";
import { googleNames } from "../../model/names";
import {
  keyValueStores,
  type EventDriven as EventDrivenWorkload,
  type KeyValueStore,
  type Service,
} from "../../model/service";
import { cameFrom } from "../annotate";
import type { CodeAsset } from "../code_asset";
import { TerraformOutput, type ITerraformDependable } from "../tf";
import { CodeSource } from "./code_source";
import { KeyRing } from "./keys";
import { LogBucket } from "./log_bucket";
import type { Project } from "./project";
import { PushConsumer } from "./push_consumer";
import { functionKeyUsers, serviceAgents } from "./service_agents";
import { ServiceFunction } from "./service_function";
import { orderedIndexes, StateDatabase } from "./state_database";
import { WorkTopic } from "./work_topic";

export interface EventDrivenProps {
  readonly service: Service<EventDrivenWorkload>;
  readonly place: Project;

  /** The zip of the service's code for Google Cloud. */
  readonly code: CodeAsset;
}

/** What a service of the kind `eventDriven` becomes on Google Cloud. */
export class EventDriven extends Construct {
  readonly keys: KeyRing;
  readonly events: WorkTopic;
  readonly stores: readonly StateDatabase[];
  readonly processor: ServiceFunction;
  readonly consumer: PushConsumer;
  readonly logs: LogBucket;
  private readonly names: ReturnType<typeof googleNames>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EventDrivenProps,
  ) {
    super(scope, id);
    const { service, place } = props;
    this.names = googleNames(service);
    this.keys = new KeyRing(this, "keys", { place, name: this.names.keyRing });
    this.events = this.makeTopic();
    this.stores = keyValueStores(service).map((store) => this.makeStore(store));
    this.processor = this.makeProcessor();
    this.consumer = this.makeConsumer(this.grantStores());
    this.logs = this.makeLogs();
    this.publishOutputs();
    this.sayOrigins();
  }

  private makeTopic(): WorkTopic {
    const { place, service } = this.props;
    const { retentionSeconds, deadLetterRetentionSeconds } = service.workload.queue;
    const { pubsub } = serviceAgents(place.projectNumber);
    return new WorkTopic(this, "events", {
      ...{ place, names: this.names, retentionSeconds, deadLetterRetentionSeconds },
      key: this.keys.key("events", { pubsub }),
    });
  }

  private makeStore(store: KeyValueStore): StateDatabase {
    const { place } = this.props;
    const { firestore } = serviceAgents(place.projectNumber);
    return new StateDatabase(this, store.name, {
      place,
      name: this.names.database(store.name),
      collection: this.names.collection,
      ttlField: store.ttlAttribute,
      indexes: orderedIndexes(store),
      deletionProtection: store.deletionProtection,
      key: this.keys.key(store.name, { firestore }),
    });
  }

  private grantStores(): ITerraformDependable[] {
    return keyValueStores(this.props.service).flatMap(({ access }, index) => {
      const store = this.stores[index];
      return store === undefined
        ? []
        : [store.grant("processor", this.processor.runMember, access)];
    });
  }

  private makeProcessor(): ServiceFunction {
    const { place, service, code } = this.props;
    const { memoryMiB, timeoutSeconds, reservedConcurrency } = service.workload.processor;
    const key = this.keys.key("code", functionKeyUsers(place.projectNumber));
    const source = new CodeSource(this, "source", {
      ...{ place, key, name: this.names.sourceBucket(place.project) },
      ...{ prefix: service.name, path: code.fileName, sha256: code.sha256Hex },
    });
    return new ServiceFunction(this, "processor", {
      ...{ place, key, names: this.names, code: source, description: service.description },
      ...{ memoryMiB, timeoutSeconds, maxInstances: reservedConcurrency },
      entryPoint: entryPoint(service.name),
      environment: this.environment(),
    });
  }

  /** What `functions/<service>/settings.ts` reads. */
  private environment(): Record<string, string> {
    const { service, place } = this.props;
    return {
      MAX_RETRIES: String(service.workload.queue.attempts),
      SERVICE: service.name,
      ENVIRONMENT: service.environment,
      STATE_DATABASE: this.names.database("state"),
      STATE_COLLECTION: this.names.collection,
      // Not a reference: the subscription needs the function's address first.
      SUBSCRIPTION: `projects/${place.project}/subscriptions/${this.names.subscription}`,
    };
  }

  private makeConsumer(after: readonly ITerraformDependable[]): PushConsumer {
    const { place, service } = this.props;
    const { attempts, visibilityTimeoutSeconds, retentionSeconds } = service.workload.queue;
    return new PushConsumer(this, "consumer", {
      ...{ place, names: this.names, topic: this.events.topic.id, attempts, retentionSeconds },
      after,
      acknowledgementSeconds: visibilityTimeoutSeconds,
      deadLetter: {
        topic: this.events.deadLetterTopic.id,
        publisher: this.events.deadLetterPublisher,
      },
      target: { service: this.processor.service, uri: this.processor.uri },
    });
  }

  private makeLogs(): LogBucket {
    const { place, service } = this.props;
    return new LogBucket(this, "logs", {
      ...{ place, keys: this.keys, name: this.names.logBucket, service: this.names.processor },
      retentionDays: service.workload.processor.logRetentionDays,
    });
  }

  private publishOutputs(): void {
    const output = (id: string, value: string, description: string) =>
      new TerraformOutput(this, id, { value, description });
    output("topic", this.events.topic.id, "Producers publish events to this topic.");
    output("processor_name", this.processor.function.name, "The function that handles events.");
    output("processor_uri", this.processor.uri, "Where the subscription pushes events.");
  }

  private sayOrigins(): void {
    const { service } = this.props;
    cameFrom(this, service, "workload");
    cameFrom(this.events, service, "workload.queue");
    cameFrom(this.consumer, service, "workload.queue");
    cameFrom(this.processor, service, "workload.processor");
    cameFrom(this.logs, service, "workload.processor.logRetention");
    keyValueStores(service).forEach(({ name }, index) => {
      const store = this.stores[index];
      if (store !== undefined) cameFrom(store, service, `stores.${name}`);
    });
  }
}

/** The code exports its function under the service's name: `order-events` → `orderEvents`. */
export const entryPoint = (service: string): string =>
  service.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
