import { Construct } from "constructs";
import type { ContentDelivery, Service } from "../../../model/service";
import { awsNames, EDGE_REGION } from "../../../model/names";
import { EDGE_EVENTS } from "../../../model/workloads/delivery/events";
import { cameFrom } from "../../annotate";
import { TerraformOutput } from "../../tf";
import { bucketHost, logGroupArn, type Location } from "../arn";
import { WebAcl } from "../firewall/web_acl";
import { Key, logsMayUse } from "../key";
import type { DnsZone } from "../dns/zone";
import { EdgeAccessLogs } from "./access_logs";
import { leadTo, provedAddress, type EdgeAddressProps } from "./address";
import { cacheControl, CachePolicies } from "./cache_policies";
import type {
  PlacedFunction,
  PrivateBalancer,
  PrivateOrigin,
  RoutedBalancers,
  RoutedOrigin,
  StoreOrigin,
} from "./behaviours";
import { Distribution } from "./distribution";
import { EdgeFunction } from "./edge_function";

export interface EdgeDeliveryProps {
  /** Settled: every value is there. */
  readonly service: Service<ContentDelivery>;

  /** Where the service's bucket is. */
  readonly location: Location;

  /**
   * The environment's zone, in which an address is proved and found.
   *
   * @default - addresses have a certificate that is given, and records elsewhere
   */
  readonly zone?: DnsZone;

  /**
   * The text of code that runs at the edge, by its file in the repository.
   *
   * @default - the service has none
   */
  readonly code?: ((file: string) => string) | undefined;

  /**
   * The load balancer of its origin, as CloudFront knows it; or those of a fleet's cells, and who chooses among them.
   *
   * @default - none: it has no origin but its store
   */
  readonly balancer?: PrivateBalancer | RoutedBalancers;

  /**
   * Days between the order to delete a key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** What of a service of content delivery is at the edge: distribution, firewall and logs, all in us-east-1. */
export class EdgeDelivery extends Construct {
  /** Undefined where nothing is kept. */
  readonly policies: CachePolicies | undefined;
  readonly functions: readonly (PlacedFunction & { readonly made: EdgeFunction })[];
  readonly firewall: WebAcl;
  readonly distribution: Distribution;
  readonly accessLogs: EdgeAccessLogs;
  private readonly names: ReturnType<typeof awsNames>;
  private readonly logs: { readonly location: Location; readonly key: Key; readonly days: number };

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EdgeDeliveryProps,
  ) {
    super(scope, id);
    this.names = awsNames(props.service);
    this.logs = this.makeLogs();
    this.policies = props.service.workload.store === undefined ? undefined : this.makePolicies();
    this.functions = this.makeFunctions();
    this.firewall = this.makeFirewall();
    this.distribution = this.makeDistribution();
    this.accessLogs = this.makeAccessLogs();
    this.traceOrigins();
    this.makeOutputs();
  }

  private makeLogs() {
    const { service, keyDeletionWindowDays = 30 } = this.props;
    const location = { account: this.props.location.account, region: EDGE_REGION };
    const { edgeLogGroup, firewallLogGroup, keyAlias } = this.names;
    const functions = service.workload.edge.map(({ event }) =>
      this.names.edgeFunctionLogGroup(EDGE_EVENTS[event]),
    );
    const groups = [edgeLogGroup, firewallLogGroup, ...functions].map((name) =>
      logGroupArn(location, name),
    );
    const key = new Key(this, "logs-key", {
      alias: keyAlias("edge-logs"),
      description: `Encrypts the logs of ${service.name} at the edge in ${service.environment}.`,
      location,
      statements: [logsMayUse(groups, location)],
      deletionWindowDays: keyDeletionWindowDays,
    });
    return { location, key, days: service.workload.logRetentionDays };
  }

  private makePolicies(): CachePolicies {
    const { cache, headers, cors } = this.props.service.workload;
    return new CachePolicies(this, "policies", {
      ...{ name: this.names.distribution, cache, headers, cors },
    });
  }

  private makeFirewall(): WebAcl {
    const { service } = this.props;
    return new WebAcl(this, "firewall", {
      names: this.names,
      description: `Guards ${service.name} in ${service.environment}.`,
      location: this.logs.location,
      logKeyArn: this.logs.key.arn,
      logRetentionDays: this.logs.days,
      ...service.workload.firewall,
    });
  }

  private makeDistribution(): Distribution {
    const { service } = this.props;
    const made = new Distribution(this, "distribution", {
      name: this.names.distribution,
      description: service.description,
      ...{ store: this.storeOrigin(), service: this.serviceOrigin(), functions: this.functions },
      webAclArn: this.firewall.webAcl.arn,
      address: provedAddress(this, this.address),
      reach: service.workload.reach,
    });
    leadTo(this, made, this.address);
    return made;
  }

  private makeFunctions() {
    const { service, code } = this.props;
    return service.workload.edge.map(({ event, code: file, paths }) => {
      if (code === undefined) throw new Error(`${service.name}: expected the text of ${file}`);
      const id = EDGE_EVENTS[event];
      const made = new EdgeFunction(this, id, {
        name: this.names.edgeFunction(id),
        description: `${file} of ${service.name} in ${service.environment}.`,
        code: code(file),
        logs: {
          group: this.names.edgeFunctionLogGroup(id),
          keyArn: this.logs.key.arn,
          retentionDays: this.logs.days,
        },
      });
      return { event, paths, arn: made.function.arn, made };
    });
  }

  private storeOrigin(): StoreOrigin | undefined {
    const { service, location } = this.props;
    const { store, cache } = service.workload;
    if (store === undefined || this.policies === undefined) return undefined;
    const host = bucketHost(location.region, this.names.bucket(store, location.account));
    return { host, cache, policies: this.policies };
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

  private get address(): EdgeAddressProps {
    const { service, zone } = this.props;
    return { name: this.names.distribution, address: service.workload.address, zone };
  }

  private makeAccessLogs(): EdgeAccessLogs {
    return new EdgeAccessLogs(this, "access", {
      name: this.names.distribution,
      logGroup: this.names.edgeLogGroup,
      distributionArn: this.distribution.distribution.arn,
      location: this.logs.location,
      keyArn: this.logs.key.arn,
      retentionDays: this.logs.days,
    });
  }

  private traceOrigins(): void {
    const { service } = this.props;
    cameFrom(this, service, "workload");
    if (this.policies) {
      cameFrom(this.policies.caching, service, "workload.cache");
      cameFrom(this.policies.headers, service, "workload.headers");
    }
    for (const { event, made } of this.functions) cameFrom(made, service, `workload.edge.${event}`);
    cameFrom(this.firewall, service, "workload.firewall");
  }

  private makeOutputs(): void {
    const { distribution } = this.distribution;
    new TerraformOutput(this, "distribution-id", {
      value: distribution.id,
      description: "The distribution's id, by which CloudWatch tells its metrics apart.",
    });
    new TerraformOutput(this, "domain-name", {
      value: distribution.domainName,
      description: "Where the record of the service's address leads to.",
    });
    if (this.policies === undefined) return;
    new TerraformOutput(this, "cache-control", {
      value: cacheControl(this.props.service.workload.cache),
      description:
        "What whoever uploads an object says as its Cache-Control, so that caches show it while they ask for a new one.",
    });
  }
}
