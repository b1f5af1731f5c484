import type { Construct } from "constructs";
import type { ContentDelivery } from "../../../model/service";
import { TerraformOutput } from "../../tf";
import { bucketHost } from "../arn";
import { cacheControl, CachePolicies } from "./cache_policies";
import type {
  PrivateBalancer,
  PrivateOrigin,
  RoutedBalancers,
  RoutedOrigin,
  StoreOrigin,
} from "./behaviours";
import { EdgeFront, type EdgeFrontProps, type Origins } from "./edge_front";

export interface EdgeDeliveryProps extends EdgeFrontProps<ContentDelivery> {
  /**
   * The load balancer of its origin, as CloudFront knows it; or those of a fleet's cells, and who chooses among them.
   *
   * @default - none: it has no origin but its store
   */
  readonly balancer?: PrivateBalancer | RoutedBalancers;
}

/** What of a service of content delivery is at the edge: distribution, firewall and logs, all in us-east-1. */
export class EdgeDelivery extends EdgeFront<ContentDelivery, EdgeDeliveryProps> {
  constructor(scope: Construct, id: string, props: EdgeDeliveryProps) {
    super(scope, id, props, "workload");
  }

  protected makeOrigins(): Origins {
    const store = this.storeOrigin();
    return { store, service: this.serviceOrigin(), policies: store?.policies };
  }

  private storeOrigin(): StoreOrigin | undefined {
    const { service, location } = this.props;
    const { store, cache } = service.workload;
    if (store === undefined) return undefined;
    const host = bucketHost(location.region, this.names.bucket(store, location.account));
    return { host, cache, policies: this.makePolicies() };
  }

  private makePolicies(): CachePolicies {
    const { cache, headers, cors } = this.props.service.workload;
    const policies = new CachePolicies(this, "policies", {
      ...{ name: this.names.distribution, cache, headers, cors },
    });
    new TerraformOutput(this, "cache-control", {
      value: cacheControl(cache),
      description:
        "What whoever uploads an object says as its Cache-Control, so that caches show it while they ask for a new one.",
    });
    return policies;
  }

  private serviceOrigin(): PrivateOrigin | RoutedOrigin | undefined {
    const { service, balancer } = this.props;
    const { origin } = service.workload;
    if (origin === undefined) return undefined;
    if (balancer === undefined)
      throw new Error(`${service.name}: expected the load balancer of ${origin.service}, got none`);
    const { paths, timeoutSeconds } = origin;
    return { ...balancer, paths, timeoutSeconds };
  }
}
