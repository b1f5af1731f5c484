import { GlobalacceleratorAccelerator } from "@cdktf/provider-aws/lib/globalaccelerator-accelerator";
import { GlobalacceleratorEndpointGroup } from "@cdktf/provider-aws/lib/globalaccelerator-endpoint-group";
import { GlobalacceleratorListener } from "@cdktf/provider-aws/lib/globalaccelerator-listener";
import { Construct } from "constructs";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { between } from "./bounds";
import { LOG_PREFIXES, type BalancerLogs } from "./balancer_logs";

export interface AcceleratorProps {
  /** Of at most 64 letters, digits, dots and dashes; `model/names.ts` makes it. */
  readonly name: string;

  /** What it leads to in each region. */
  readonly endpoints: readonly AcceleratedEndpoint[];

  /** Of its clients, each once, by TCP unless `protocol` says otherwise. */
  readonly ports: readonly number[];

  /**
   * Of its clients.
   *
   * @default "tcp"
   */
  readonly protocol?: "tcp" | "udp";

  /** Where its flow logs go. */
  readonly logs: BalancerLogs;

  /**
   * Let each client keep its endpoint.
   *
   * @default false
   */
  readonly clientAffinity?: boolean;

  /**
   * Have addresses of IPv6 too, which every endpoint must have.
   *
   * @default false
   */
  readonly ipv6?: boolean;
}

export interface AcceleratedEndpoint {
  /** Such as `us-east-1`, each once. */
  readonly region: string;

  /** ARN of an application or a network load balancer. */
  readonly balancerArn: string;

  /**
   * Percent of the region's clients that it gets, 0 to 100; the others go to the next region.
   *
   * @default 100
   */
  readonly trafficPercent?: number;
}

/**
 * Two addresses that are announced from the edge everywhere (Global Accelerator): clients enter AWS's network near them, and leave a region that fails
 * within a minute. Endpoints keep the clients' addresses, and are well where their load balancer is.
 */
export class Accelerator extends Construct {
  readonly accelerator: GlobalacceleratorAccelerator;
  readonly listener: GlobalacceleratorListener;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AcceleratorProps,
  ) {
    super(scope, id);
    refuse(this, acceleratorProblems(props));
    this.accelerator = this.makeAccelerator();
    this.listener = this.makeListener();
    for (const endpoint of props.endpoints) this.lead(endpoint);
  }

  /** Where a record leads to. */
  get dnsName(): string {
    return this.accelerator.dnsName;
  }

  /** The zone of {@link dnsName}, which an alias record names. */
  get zoneId(): string {
    return this.accelerator.hostedZoneId;
  }

  private makeAccelerator(): GlobalacceleratorAccelerator {
    const { name, logs, ipv6 = false } = this.props;
    return new GlobalacceleratorAccelerator(this, MAIN, {
      name,
      ipAddressType: ipv6 ? "DUAL_STACK" : "IPV4",
      enabled: true,
      attributes: {
        flowLogsEnabled: true,
        flowLogsS3Bucket: logs.bucketName,
        flowLogsS3Prefix: LOG_PREFIXES.flows,
      },
      // It tries the bucket when it is made, and is refused until the bucket's policy lets it.
      dependsOn: [logs.bucket.policy],
    });
  }

  private makeListener(): GlobalacceleratorListener {
    const { ports, protocol = "tcp", clientAffinity = false } = this.props;
    return new GlobalacceleratorListener(this, "listener", {
      acceleratorArn: this.accelerator.id,
      protocol: protocol.toUpperCase(),
      clientAffinity: clientAffinity ? "SOURCE_IP" : "NONE",
      portRange: [...ports].sort((a, b) => a - b).map((port) => ({ fromPort: port, toPort: port })),
    });
  }

  private lead({ region, balancerArn, trafficPercent = 100 }: AcceleratedEndpoint): void {
    new GlobalacceleratorEndpointGroup(this, region, {
      listenerArn: this.listener.id,
      endpointGroupRegion: region,
      trafficDialPercentage: trafficPercent,
      endpointConfiguration: [
        { endpointId: balancerArn, weight: WHOLE, clientIpPreservationEnabled: true },
      ],
    });
  }
}

/** Of the endpoints of one region, where there is one. */
const WHOLE = 128;

const MOST_PORTS = 10;

/** @see https://docs.aws.amazon.com/global-accelerator/latest/api/API_CreateAccelerator.html */
function acceleratorProblems({ name, endpoints, ports }: AcceleratorProps): (string | false)[] {
  const regions = endpoints.map(({ region }) => region);
  return [
    !/^[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$/.test(name) &&
      `name: expected 1 to 64 letters, digits, dots and dashes, got ${JSON.stringify(name)}`,
    endpoints.length === 0 && "endpoints: expected at least one, got none",
    new Set(regions).size < regions.length &&
      `endpoints: expected each region once, got ${regions.join(", ")}`,
    (ports.length === 0 || ports.length > MOST_PORTS || new Set(ports).size < ports.length) &&
      `ports: expected 1 to ${MOST_PORTS} ports, each once, got [${ports.join(", ")}]`,
    ...ports.map((port) => between("ports", port, 1, 65_535)),
    ...endpoints.map(({ region, trafficPercent }) =>
      between(`endpoints.${region}.trafficPercent`, trafficPercent, 0, 100),
    ),
  ];
}
