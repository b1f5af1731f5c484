import { Lb } from "@cdktf/provider-aws/lib/lb";
import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import { Construct } from "constructs";
import type { TlsPolicy } from "../../../model/load_balancing/declaration";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import { SecurityGroup } from "../network/security_group";
import { balancerProblems } from "./balancer_rules";
import { LOG_PREFIXES, type BalancerLogs } from "./balancer_logs";
import { makeListener, makeRedirect } from "./listener";
import { Route, type RouteProps } from "./route";

export interface ApplicationLoadBalancerProps {
  /** Of at most 32 characters, and the group's; `model/names.ts` makes them. */
  readonly names: { readonly balancer: string; readonly securityGroup: string };

  /** The network that it is in. */
  readonly vpcId: string;

  /** Of two zones or more: of the public tier where it faces the internet, of the private tier where it does not. */
  readonly subnetIds: readonly string[];

  /** Who may reach it: everybody, or what its security group lets in. */
  readonly faces: "internet" | "network";

  /**
   * ARN of the certificate for its hosts, in its region. With one it speaks HTTPS at 443, and 80 only says so; undefined is plain HTTP, which
   * a balancer that faces the network alone may speak.
   */
  readonly certificateArn: string | undefined;

  /**
   * ARN of a web ACL of scope `REGIONAL`.
   *
   * @default - none; the gate denies it where it faces the internet
   */
  readonly webAclArn?: string;

  /** Where its logs go: of requests and of connections. */
  readonly logs: BalancerLogs;

  /**
   * `modern` speaks TLS 1.3 and 1.2 with forward secrecy, `strict` TLS 1.3 alone.
   *
   * @default "modern"
   */
  readonly tlsPolicy?: TlsPolicy;

  /**
   * Have addresses of IPv6 too, which its subnets must have.
   *
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * Time after which a connection on which nothing is said is closed, 1 to 4000. Targets have to wait longer.
   *
   * @default 60
   */
  readonly idleTimeoutSeconds?: number;

  /**
   * Time after which a client has to connect anew, 60 to 604800: so that clients find a zone that joined, and leave one that is shifted away.
   *
   * @default 3600
   */
  readonly clientKeepAliveSeconds?: number;

  /**
   * What becomes of a request that two servers could read differently: `defensive` lets those pass that no known server misreads, `strictest` those
   * alone that keep to RFC 7230.
   *
   * @default "defensive"
   */
  readonly desyncMitigation?: "defensive" | "strictest";

  /**
   * Refuse to be deleted.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Shares HTTP requests out to the targets of its routes; what no route takes is answered with 404. */
export class ApplicationLoadBalancer extends Construct {
  /** Who may connect to it, and to whom it may. */
  readonly securityGroup: SecurityGroup;
  readonly balancer: Lb;
  /** The one that routes are on. */
  readonly listener: LbListener;
  /** Where it listens for requests that are answered. */
  readonly port: number;
  private readonly priorities = new Map<number, string>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ApplicationLoadBalancerProps,
  ) {
    super(scope, id);
    refuse(this, balancerProblems(props));
    const { certificateArn, tlsPolicy = "modern", webAclArn } = props;
    this.port = certificateArn === undefined ? 80 : 443;
    this.securityGroup = this.makeGroup();
    this.balancer = this.makeBalancer();
    this.listener = makeListener(this, this.arn, { certificateArn, tlsPolicy });
    if (certificateArn !== undefined) makeRedirect(this, this.arn);
    if (webAclArn !== undefined) this.guard(webAclArn);
  }

  /** AWS gives it: known after the first apply. */
  get arn(): string {
    return this.balancer.arn;
  }

  /** CloudWatch's dimension `LoadBalancer`. */
  get arnSuffix(): string {
    return this.balancer.arnSuffix;
  }

  /** Where a record leads to. */
  get dnsName(): string {
    return this.balancer.dnsName;
  }

  /** The zone of {@link dnsName}, which an alias record names. */
  get zoneId(): string {
    return this.balancer.zoneId;
  }

  /** Sends the requests that are meant to these targets. The targets' group opens its port: `group.allowFrom(balancer.securityGroup, …)`. */
  route(id: string, props: RouteProps): Route {
    const { priority } = props;
    const other = this.priorities.get(priority);
    refuse(this, [
      other !== undefined &&
        `route ${id}: expected a priority of its own, got ${priority}, which route ${other} has`,
    ]);
    this.priorities.set(priority, id);
    const encrypted = this.props.certificateArn !== undefined;
    return new Route(this, id, { ...props, listenerArn: this.listener.arn, encrypted });
  }

  /** Lets what is in a group ask a balancer that faces the network. */
  allowFrom(client: SecurityGroup): void {
    this.securityGroup.allowFrom(client, { port: this.port, description: "Requests" });
  }

  /** Lets CloudFront ask a balancer that faces the network, by a VPC origin of the account. */
  allowFromCloudFront(): void {
    this.securityGroup.allowFromCloudFront({ port: this.port, description: "Requests" });
  }

  private makeGroup(): SecurityGroup {
    const { names, vpcId, faces, ipv6 = false } = this.props;
    const group = new SecurityGroup(this, "group", {
      name: names.securityGroup,
      description: `The load balancer ${names.balancer}.`,
      vpcId,
    });
    if (faces === "internet") {
      group.allowFromInternet({ port: 443, description: "Requests" }, ipv6);
      group.allowFromInternet({ port: 80, description: "Sent on to HTTPS" }, ipv6);
    }
    return group;
  }

  private makeBalancer(): Lb {
    const { names, subnetIds, faces, logs, ipv6 = false } = this.props;
    const bucket = logs.bucketName;
    return new Lb(this, MAIN, {
      name: names.balancer,
      tags: named(names.balancer),
      loadBalancerType: "application",
      internal: faces === "network",
      ipAddressType: ipv6 ? "dualstack" : "ipv4",
      subnets: [...subnetIds],
      securityGroups: [this.securityGroup.id],
      ...this.behaviour(),
      accessLogs: { bucket, prefix: LOG_PREFIXES.access, enabled: true },
      connectionLogs: { bucket, prefix: LOG_PREFIXES.connections, enabled: true },
      // It tries the bucket when it is made, and is refused until the bucket's policy lets it.
      dependsOn: [logs.bucket.policy],
    });
  }

  private behaviour() {
    const {
      idleTimeoutSeconds: idleTimeout = 60,
      clientKeepAliveSeconds: clientKeepAlive = 3600,
      desyncMitigation = "defensive",
      deletionProtection = true,
    } = this.props;
    return {
      ...{ idleTimeout, clientKeepAlive, desyncMitigationMode: desyncMitigation },
      dropInvalidHeaderFields: true,
      enableHttp2: true,
      enableZonalShift: true,
      enableDeletionProtection: deletionProtection,
    };
  }

  private guard(webAclArn: string): void {
    new Wafv2WebAclAssociation(this, "web-acl", { resourceArn: this.arn, webAclArn });
  }
}
