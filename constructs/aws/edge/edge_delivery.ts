import { Construct } from "constructs";
import type { ContentDelivery, Service } from "../../../model/service";
import { awsNames, EDGE_REGION } from "../../../model/names";
import { cameFrom } from "../../annotate";
import { TerraformOutput } from "../../tf";
import { bucketHost, logGroupArn, type Location } from "../arn";
import { WebAcl } from "../firewall/web_acl";
import { Key, logsMayUse } from "../key";
import type { DnsZone } from "../dns/zone";
import { EdgeAccessLogs } from "./access_logs";
import { leadTo, provedAddress, type EdgeAddressProps } from "./address";
import { cacheControl, CachePolicies } from "./cache_policies";
import { Distribution } from "./distribution";

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
   * Days between the order to delete a key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** What of a service of content delivery is at the edge: distribution, firewall and logs, all in us-east-1. */
export class EdgeDelivery extends Construct {
  readonly policies: CachePolicies;
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
    this.policies = this.makePolicies();
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
    const groups = [edgeLogGroup, firewallLogGroup].map((name) => logGroupArn(location, name));
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
    const { service, location } = this.props;
    const { cache, reach, store } = service.workload;
    const made = new Distribution(this, "distribution", {
      name: this.names.distribution,
      description: service.description,
      origin: bucketHost(location.region, this.names.bucket(store, location.account)),
      policies: this.policies,
      webAclArn: this.firewall.webAcl.arn,
      address: provedAddress(this, this.address),
      ...{ cache, reach },
    });
    leadTo(this, made, this.address);
    return made;
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
    cameFrom(this.policies.caching, service, "workload.cache");
    cameFrom(this.policies.headers, service, "workload.headers");
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
    new TerraformOutput(this, "cache-control", {
      value: cacheControl(this.props.service.workload.cache),
      description:
        "What whoever uploads an object says as its Cache-Control, so that caches show it while they ask for a new one.",
    });
  }
}
