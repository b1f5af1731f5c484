import type { Service } from "../../../model/service";
import type { Grantee } from "../identity/grantee";
import type { EventBus } from "./event_bus";
import type { Outbox } from "./outbox";
import type { ServiceTopics } from "./service_topics";

export interface PublishedEventsProps {
  readonly service: Service;

  /**
   * That of the cell.
   *
   * @default - the service publishes nothing by it
   */
  readonly eventBus?: EventBus | undefined;

  /**
   * Those of the cell by the name of who publishes to them.
   *
   * @default - there are none
   */
  readonly eventTopics?: ReadonlyMap<string, ServiceTopics>;

  /**
   * Through which its events leave: then its code may write there, and not to the bus.
   *
   * @default - code publishes by itself
   */
  readonly outbox?: Outbox | undefined;
}

/** What a service publishes, as its code needs it: the right to, and where to. */
export class PublishedEvents {
  private readonly byBus: readonly string[];

  constructor(private readonly props: PublishedEventsProps) {
    const { publishes } = props.service;
    this.byBus = publishes.filter(({ via }) => via === "bus").map(({ name }) => name);
  }

  grant(grantee: Grantee): void {
    const { service, outbox } = this.props;
    const { name } = service;
    if (outbox) return outbox.grants.record(grantee);
    if (this.byBus.length > 0) this.bus.grants.publish(grantee, name, this.byBus);
    this.topics?.publish(grantee);
  }

  get variables(): Record<string, string> {
    if (this.props.outbox) return this.props.outbox.variables;
    return {
      ...(this.byBus.length > 0 && { EVENT_BUS: this.bus.name }),
      ...this.topics?.variables,
    };
  }

  private get topics(): ServiceTopics | undefined {
    return this.props.eventTopics?.get(this.props.service.name);
  }

  /** @throws where a service that needs one was given none */
  private get bus(): EventBus {
    const { eventBus, service } = this.props;
    if (eventBus !== undefined) return eventBus;
    throw new Error(`${service.name}: expected the event bus of its cell`);
  }
}
