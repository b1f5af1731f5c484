import { Construct } from "constructs";
import type { LoadBalancer } from "../../../model/load_balancing/load_balancer";
import { awsBalancerNames } from "../../../model/names";
import { TerraformOutput } from "../../tf";
import { logGroupArn, type Location } from "../arn";
import { WebAcl } from "../firewall/web_acl";
import { Key, logsMayUse } from "../key";
import type { NetworkOfEnvironment } from "../network/contract";
import { Accelerator } from "./accelerator";
import { ApplicationLoadBalancer } from "./application_load_balancer";
import { BalancerLogs } from "./balancer_logs";
import { publishBalancer } from "./contract";

export interface CellBalancerProps {
  /** The environment's name. */
  readonly environment: string;

  /** Such as `c01`. */
  readonly cell: string;

  /** Settled: every value is there. */
  readonly settled: LoadBalancer;

  /** What it stands in, of which it takes the public tier. */
  readonly network: NetworkOfEnvironment;

  /** Whether the network has addresses of IPv6. */
  readonly ipv6: boolean;

  readonly location: Location;

  /** ARN of the certificate for the hosts of the cell's services, in its region. */
  readonly certificateArn: string;

  /**
   * CloudFront alone reaches it, by a VPC origin: it has no address on the internet, and no firewall, which CloudFront has.
   *
   * @default false
   */
  readonly behindEdge?: boolean;

  /** Refuse to be deleted, and let Terraform refuse to destroy the logs. */
  readonly deletionProtection: boolean;

  /**
   * Days between the order to delete the key of the firewall's log and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** The one way from the internet, or from CloudFront, to the services of a cell that listen: a load balancer, its firewall, its logs and its addresses. */
export class CellBalancer extends Construct {
  readonly balancer: ApplicationLoadBalancer;
  /** Undefined behind the edge. */
  readonly firewall: WebAcl | undefined;
  readonly logs: BalancerLogs;
  /** Undefined where clients come to the balancer's own addresses. */
  readonly accelerator: Accelerator | undefined;
  private readonly names: ReturnType<typeof awsBalancerNames>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CellBalancerProps,
  ) {
    super(scope, id);
    const { environment, cell, behindEdge = false } = props;
    this.names = awsBalancerNames(environment, cell, behindEdge);
    this.logs = this.makeLogs();
    this.firewall = behindEdge ? undefined : this.makeFirewall();
    this.balancer = this.makeBalancer();
    this.accelerator = props.settled.anycast ? this.accelerate() : undefined;
    if (behindEdge) this.openToEdge();
    this.makeOutputs();
  }

  private openToEdge(): void {
    this.balancer.allowFromCloudFront();
    publishBalancer(this, this.balancer, this.names.contract);
  }

  /** Where records of the services' hosts lead to: an alias of this name in this zone. */
  get entry(): { readonly dnsName: string; readonly zoneId: string } {
    return this.accelerator ?? this.balancer;
  }

  private makeLogs(): BalancerLogs {
    const { location, settled, deletionProtection } = this.props;
    return new BalancerLogs(this, "logs", {
      bucketName: this.names.logBucket(location.account),
      location,
      retentionDays: settled.logRetentionDays,
      preventDestroy: deletionProtection,
    });
  }

  private makeFirewall(): WebAcl {
    const { environment, cell, location, settled } = this.props;
    return new WebAcl(this, "firewall", {
      names: this.names,
      description: `Guards what cell ${cell} of ${environment} answers.`,
      scope: "regional",
      location,
      logKeyArn: this.makeKey().arn,
      logRetentionDays: settled.logRetentionDays,
      ...settled.firewall,
    });
  }

  private makeKey(): Key {
    const { environment, cell, location, keyDeletionWindowDays = 30 } = this.props;
    return new Key(this, "key", {
      alias: this.names.keyAlias,
      description: `Encrypts the log of the firewall of cell ${cell} of ${environment}.`,
      location,
      statements: [logsMayUse([logGroupArn(location, this.names.firewallLogGroup)], location)],
      deletionWindowDays: keyDeletionWindowDays,
    });
  }

  private makeBalancer(): ApplicationLoadBalancer {
    const { network, ipv6, certificateArn, settled, deletionProtection } = this.props;
    const { behindEdge = false } = this.props;
    return new ApplicationLoadBalancer(this, "balancer", {
      names: this.names,
      vpcId: network.vpcId,
      subnetIds: network.subnetIds(behindEdge ? "private" : "public"),
      faces: behindEdge ? "network" : "internet",
      // CloudFront asks private load balancers by IPv4.
      ...{ certificateArn, ipv6: ipv6 && !behindEdge, deletionProtection },
      ...(this.firewall && { webAclArn: this.firewall.webAcl.arn }),
      logs: this.logs,
      tlsPolicy: settled.tlsPolicy,
      idleTimeoutSeconds: settled.idleTimeoutSeconds,
    });
  }

  private accelerate(): Accelerator {
    const { location, ipv6 } = this.props;
    return new Accelerator(this, "anycast", {
      name: this.names.accelerator,
      endpoints: [{ region: location.region, balancerArn: this.balancer.arn }],
      ports: [80, 443],
      ...{ logs: this.logs, ipv6 },
    });
  }

  private makeOutputs(): void {
    new TerraformOutput(this, "dns-name", {
      value: this.entry.dnsName,
      description: "Where the records of the services' hosts lead to.",
    });
    new TerraformOutput(this, "arn-suffix", {
      value: this.balancer.arnSuffix,
      description: "By which CloudWatch tells the load balancer's metrics apart.",
    });
  }
}
