import type { CodeAsset } from "../code_asset";
import type { Service, Workload } from "../../model/service";
import type { Location } from "./arn";
import type { EventBus } from "./events/event_bus";
import type { ServiceTopics } from "./events/service_topics";
import type { EndpointGrants } from "./inference/endpoint_grants";
import type { NetworkOfEnvironment } from "./network/contract";
import type { RegionOfService } from "./regions/regional";

/** What every service on AWS is made from. */
export interface AwsServiceProps<W extends Workload> {
  /** Settled: every value is there. */
  readonly service: Service<W>;
  readonly location: Location;

  /**
   * Days between the order to delete a key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;

  /**
   * The code that rotates one of the service's secrets, by the secret's name.
   *
   * @default - none of them is rotated
   */
  readonly rotationCode?: ((secret: string) => CodeAsset) | undefined;

  /**
   * The code that carries events out of the service's outbox.
   *
   * @default - it has none
   */
  readonly outboxCode?: CodeAsset | undefined;

  /**
   * The environment's network, for a service with stores that stand in it.
   *
   * @default - no store of it stands in a network
   */
  readonly network?: NetworkOfEnvironment | undefined;

  /**
   * The cell's, for a service that publishes events by it or subscribes to some.
   *
   * @default - it does neither
   */
  readonly eventBus?: EventBus | undefined;

  /**
   * Those of the cell that the service's code asks, by the name of whose they are.
   *
   * @default - it asks none
   */
  readonly endpoints?: ReadonlyMap<string, EndpointGrants>;

  /**
   * Those of the cell by the name of who publishes to them.
   *
   * @default - there are none
   */
  readonly eventTopics?: ReadonlyMap<string, ServiceTopics>;

  /**
   * Which of two regions this is, for a service that is in both.
   *
   * @default - it is in one
   */
  readonly regional?: RegionOfService | undefined;

  /**
   * Where its tables are of which it has copies, in the second of two regions.
   *
   * @default - its tables are here
   */
  readonly home?: Location | undefined;
}
