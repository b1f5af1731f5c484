import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { Construct } from "constructs";
import type { TlsPolicy } from "../../../model/load_balancing/declaration";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { SecurityGroup } from "../network/security_group";
import { LOG_PREFIXES, type BalancerLogs } from "./balancer_logs";
import { networkBalancerProblems, transportProblems } from "./network_balancer_rules";
import type { TargetGroup } from "./target_group";
import { SSL_POLICIES } from "./tls";

export interface NetworkLoadBalancerProps {
  /** Of at most 32 characters, and the group's; `model/names.ts` makes them. */
  readonly names: { readonly balancer: string; readonly securityGroup: string };

  /** The network that it is in. */
  readonly vpcId: string;

  /** A subnet of each zone: of the public tier where it faces the internet, of the private tier where it does not. */
  readonly subnetIds: readonly string[];

  /** Who may reach it: everybody, or what its security group lets in. */
  readonly faces: "internet" | "network";

  /** Where its logs go, which are of TLS connections alone. */
  readonly logs: BalancerLogs;

  /**
   * Let every zone reach every target. Traffic between zones is paid for; without it each zone needs targets of its own.
   *
   * @default false
   */
  readonly crossZone?: boolean;

  /**
   * Have addresses of IPv6 too, which its subnets must have. Not of a balancer with listeners of UDP.
   *
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * Addresses that stay, for partners that know them: the allocation of an Elastic IP for each subnet, in their order.
   *
   * @default - AWS gives addresses, which stay as long as the balancer does
   */
  readonly allocationIds?: readonly string[];

  /**
   * Refuse to be deleted.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

export interface TransportListenerProps {
  readonly port: number;

  /** What clients speak. `tls` ends here, by the certificate. */
  readonly protocol: "tcp" | "tls" | "udp" | "tcpUdp";

  /** Who gets the connections. */
  readonly target: Pick<TargetGroup, "arn" | "protocol">;

  /**
   * ARN of the certificate, in the region; of `tls` alone, which needs one.
   *
   * @default - none
   */
  readonly certificateArn?: string;

  /**
   * `modern` speaks TLS 1.3 and 1.2 with forward secrecy, `strict` TLS 1.3 alone.
   *
   * @default "modern"
   */
  readonly tlsPolicy?: TlsPolicy;

  /**
   * Time after which a connection over TCP on which nothing is said is forgotten, 60 to 6000.
   *
   * @default 350
   */
  readonly idleTimeoutSeconds?: number;
}

const PROTOCOLS = { tcp: "TCP", tls: "TLS", udp: "UDP", tcpUdp: "TCP_UDP" } as const;

const TRANSPORTS = {
  tcp: ["tcp"],
  tls: ["tcp"],
  udp: ["udp"],
  tcpUdp: ["tcp", "udp"],
} as const;

/** Hands connections and packets on as they come, by one address a zone that never changes. */
export class NetworkLoadBalancer extends Construct {
  /** Who may connect to it, and to whom it may. AWS takes one at the birth of the balancer alone. */
  readonly securityGroup: SecurityGroup;
  readonly balancer: Lb;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: NetworkLoadBalancerProps,
  ) {
    super(scope, id);
    refuse(this, networkBalancerProblems(props));
    this.securityGroup = this.makeGroup();
    this.balancer = this.makeBalancer();
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

  /** Hands on what comes to a port. Facing the internet the port is opened to everybody; the gate denies that of any but 80 and 443. */
  listen(id: string, props: TransportListenerProps): LbListener {
    const { port, protocol, target, certificateArn, tlsPolicy = "modern" } = props;
    refuse(this, transportProblems(id, props, this.props));
    this.open(props);
    return new LbListener(this, id, {
      ...{ loadBalancerArn: this.arn, port, protocol: PROTOCOLS[protocol] },
      defaultAction: [{ type: "forward", targetGroupArn: target.arn }],
      ...(protocol === "tls" && certificateArn !== undefined
        ? { certificateArn, sslPolicy: SSL_POLICIES[tlsPolicy] }
        : {}),
      ...(protocol === "tcp" ? { tcpIdleTimeoutSeconds: props.idleTimeoutSeconds ?? 350 } : {}),
    });
  }

  /** Lets what is in a group connect to a port of a balancer that faces the network. */
  allowFrom(
    client: SecurityGroup,
    { port, protocol }: Pick<TransportListenerProps, "port" | "protocol">,
  ): void {
    for (const transport of TRANSPORTS[protocol]) {
      this.securityGroup.allowFrom(client, {
        ...{ port, protocol: transport, description: "Connections" },
      });
    }
  }

  private open({ port, protocol }: TransportListenerProps): void {
    const { faces, ipv6 = false } = this.props;
    if (faces !== "internet") return;
    for (const transport of TRANSPORTS[protocol]) {
      this.securityGroup.allowFromInternet(
        { port, protocol: transport, description: "Connections" },
        ipv6,
      );
    }
  }

  private makeGroup(): SecurityGroup {
    const { names, vpcId } = this.props;
    return new SecurityGroup(this, "group", {
      name: names.securityGroup,
      description: `The load balancer ${names.balancer}.`,
      vpcId,
    });
  }

  private makeBalancer(): Lb {
    const { names, faces, logs, ipv6 = false, crossZone = false } = this.props;
    return new Lb(this, MAIN, {
      name: names.balancer,
      loadBalancerType: "network",
      internal: faces === "network",
      ipAddressType: ipv6 ? "dualstack" : "ipv4",
      ...this.places(),
      securityGroups: [this.securityGroup.id],
      enableCrossZoneLoadBalancing: crossZone,
      enableZonalShift: true,
      enableDeletionProtection: this.props.deletionProtection ?? true,
      accessLogs: { bucket: logs.bucketName, prefix: LOG_PREFIXES.network, enabled: true },
      // It tries the bucket when it is made, and is refused until the bucket's policy lets it.
      dependsOn: [logs.bucket.policy],
    });
  }

  private places() {
    const { subnetIds, allocationIds } = this.props;
    if (allocationIds === undefined) return { subnets: [...subnetIds] };
    return {
      subnetMapping: allocationIds.map((allocationId, index) => ({
        ...{ allocationId, subnetId: subnetIds[index] ?? "" },
      })),
    };
  }
}
