import { Construct } from "constructs";
import type { ContentDelivery, FrontedApi, Service } from "../../../model/service";
import { edgePlaceOf } from "../../../model/service";
import { awsNames, EDGE_REGION } from "../../../model/names";
import { EDGE_EVENTS } from "../../../model/workloads/delivery/events";
import type { EdgePlace } from "../../../model/workloads/delivery/settled";
import { cameFrom } from "../../annotate";
import type { CodeAsset } from "../../code_asset";
import { TerraformOutput } from "../../tf";
import { logGroupArn, type Location } from "../arn";
import { WebAcl } from "../firewall/web_acl";
import { Key, logsMayUse } from "../key";
import type { DnsZone } from "../dns/zone";
import { EdgeAccessLogs } from "./access_logs";
import { leadTo, provedAddress, type EdgeAddressProps } from "./address";
import type { ApiPolicies } from "./api_policies";
import type { PlacedFunction, PlacedOriginFunction } from "./behaviours";
import type { CachePolicies } from "./cache_policies";
import { Distribution, type DistributionProps } from "./distribution";
import { EdgeFunction } from "./edge_function";
import { LambdaEdgeFunction } from "./lambda_edge_function";

export interface EdgeFrontProps<W extends ContentDelivery | FrontedApi> {
  /** Settled: every value is there. */
  readonly service: Service<W>;

  /** Where the service's cell is. */
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
   * The zip of code that runs behind the caches, by its module in the repository.
   *
   * @default - the service has none
   */
  readonly bundle?: ((file: string) => CodeAsset) | undefined;

  /**
   * Days between the order to delete a key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** Who answers a distribution. */
export interface Origins extends Pick<DistributionProps, "store" | "service" | "api"> {
  /** What of the answers is kept, and what browsers are told beside them; undefined where nothing is kept. */
  readonly policies: ApiPolicies | CachePolicies | undefined;
}

/** What of a service is at the edge, whoever answers behind it: distribution, firewall, code and logs, all in us-east-1. */
export abstract class EdgeFront<
  W extends ContentDelivery | FrontedApi,
  P extends EdgeFrontProps<W> = EdgeFrontProps<W>,
> extends Construct {
  readonly functions: readonly (PlacedFunction & { readonly made: EdgeFunction })[];
  readonly behindCache: readonly (PlacedOriginFunction & { readonly made: LambdaEdgeFunction })[];
  readonly firewall: WebAcl;
  readonly distribution: Distribution;
  readonly accessLogs: EdgeAccessLogs;
  protected readonly names: ReturnType<typeof awsNames>;
  private readonly place: EdgePlace;
  private readonly logs: { readonly location: Location; readonly key: Key; readonly days: number };

  /** @param at - where in the service's declaration the edge is said */
  constructor(
    scope: Construct,
    id: string,
    protected readonly props: P,
    private readonly at: string,
  ) {
    super(scope, id);
    this.names = awsNames(props.service);
    this.place = edgePlaceOf(props.service);
    this.logs = this.makeLogs();
    const { policies, ...origins } = this.makeOrigins();
    this.functions = this.makeFunctions();
    this.behindCache = this.makeOriginFunctions();
    this.firewall = this.makeFirewall();
    this.distribution = this.makeDistribution(origins);
    this.accessLogs = this.makeAccessLogs();
    this.traceOrigins(policies);
    this.makeOutputs();
  }

  /** Called by the constructor, before anything that the class itself has: only `props` and `names` are there. */
  protected abstract makeOrigins(): Origins;

  private makeLogs() {
    const { service, keyDeletionWindowDays = 30 } = this.props;
    const location = { account: this.props.location.account, region: EDGE_REGION };
    const { edgeLogGroup, firewallLogGroup, keyAlias } = this.names;
    const functions = this.place.edge.map(({ event }) =>
      this.names.edgeFunctionLogGroup(EDGE_EVENTS[event]),
    );
    const behind = this.place.behindCache.map(({ event }) =>
      this.names.originFunctionLogGroup(EDGE_EVENTS[event]),
    );
    const groups = [edgeLogGroup, firewallLogGroup, ...functions, ...behind].map((name) =>
      logGroupArn(location, name),
    );
    const key = new Key(this, "logs-key", {
      alias: keyAlias("edge-logs"),
      description: `Encrypts the logs of ${service.name} at the edge in ${service.environment}.`,
      location,
      statements: [logsMayUse(groups, location)],
      deletionWindowDays: keyDeletionWindowDays,
    });
    return { location, key, days: this.place.logRetentionDays };
  }

  private makeFirewall(): WebAcl {
    const { service } = this.props;
    return new WebAcl(this, "firewall", {
      names: this.names,
      description: `Guards ${service.name} in ${service.environment}.`,
      location: this.logs.location,
      logKeyArn: this.logs.key.arn,
      logRetentionDays: this.logs.days,
      ...this.place.firewall,
    });
  }

  private makeDistribution(origins: Omit<Origins, "policies">): Distribution {
    const made = new Distribution(this, "distribution", {
      name: this.names.distribution,
      description: this.props.service.description,
      ...{ ...origins, functions: this.functions, behindCache: this.behindCache },
      webAclArn: this.firewall.webAcl.arn,
      address: provedAddress(this, this.address),
      reach: this.place.reach,
    });
    leadTo(this, made, this.address);
    return made;
  }

  private makeFunctions() {
    const { service, code } = this.props;
    return this.place.edge.map(({ event, code: file, paths }) => {
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

  private makeOriginFunctions() {
    const { service, bundle } = this.props;
    return this.place.behindCache.map(({ event, code: file, paths, includeBody, ...sizes }) => {
      if (bundle === undefined) throw new Error(`${service.name}: expected the zip of ${file}`);
      const id = EDGE_EVENTS[event];
      const made = new LambdaEdgeFunction(this, id, {
        name: this.names.originFunction(id),
        description: `${file} of ${service.name} in ${service.environment}.`,
        ...{ location: this.logs.location, code: bundle(file), ...sizes },
        logs: {
          group: this.names.originFunctionLogGroup(id),
          keyArn: this.logs.key.arn,
          retentionDays: this.logs.days,
        },
      });
      return { event, paths, includeBody, arn: made.versionArn, made };
    });
  }

  private get address(): EdgeAddressProps {
    return { name: this.names.distribution, address: this.place.address, zone: this.props.zone };
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

  private traceOrigins(policies: Origins["policies"]): void {
    const { service } = this.props;
    cameFrom(this, service, this.at);
    if (policies) {
      cameFrom(policies.caching, service, `${this.at}.cache`);
      cameFrom(policies.headers, service, `${this.at}.headers`);
    }
    const code = this.at === "workload" ? "workload.edge" : this.at;
    for (const { event, made } of [...this.functions, ...this.behindCache])
      cameFrom(made, service, `${code}.${event}`);
    cameFrom(this.firewall, service, `${this.at}.firewall`);
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
  }
}
