import { Construct, type IDependable } from "constructs";
import type { awsBalancerNames } from "../../../model/names";
import type { Health, Sharing } from "../../../model/workloads/balanced/settled";
import { targetProtocol } from "../../../model/workloads/balanced/target_group";
import { hostRecord } from "../dns/hosts";
import type { DnsZone } from "../dns/zone";
import type { SecurityGroup } from "../network/security_group";
import type { CellBalancer } from "./cell_balancer";
import type { Route } from "./route";
import { TargetGroup } from "./target_group";

/** Where a load balancer hands requests over. */
export interface Balanced {
  /** The balancer's. */
  readonly securityGroup: SecurityGroup;
  readonly targetGroupArn: string;
  /** The route: ECS takes no target group that no listener knows. */
  readonly dependsOn: readonly IDependable[];
}

/** The way from the internet to the services of a cell, as one of them knows it. */
export interface Entrance {
  readonly balancer: CellBalancer;

  /** Where the hosts' records stand. */
  readonly zone: DnsZone;

  /** Physical names, made in `model/names.ts`. */
  readonly names: ReturnType<typeof awsBalancerNames>;

  /** Of the service's route: no two services of a cell have the same. */
  readonly priority: number;
}

export interface BalancedTargetsProps {
  readonly entrance: Entrance;

  /** The service's name. */
  readonly service: string;

  /** By which exporters find the target group: its tag `Name`. */
  readonly label: string;

  /** The network that its tasks or machines are in. */
  readonly vpcId: string;

  /** Where it answers, such as `checkout.example.com`. */
  readonly host: string;

  /** Make the record of the host: once, where several services share it by paths. */
  readonly makeRecord: boolean;

  /** Which paths are its own; none: every path. */
  readonly paths: readonly string[];

  /** Where they listen. */
  readonly port: number;

  /** What they speak. */
  readonly protocol: "http" | "http2" | "grpc";

  /**
   * Speak TLS with them, whose certificates are not checked.
   *
   * @default false
   */
  readonly encrypted?: boolean;

  /** How the balancer knows that one can answer. */
  readonly health: Health;

  /** How requests are shared out among them. */
  readonly sharing: Sharing;

  /**
   * What a target is: an address in the network, as a task has one, or a machine.
   *
   * @default "ip"
   */
  readonly targets?: "ip" | "instance";
}

/** Where the balancer of a cell hands requests over to one service: who answers, for which host and paths, and the host's record. */
export class BalancedTargets extends Construct implements Balanced {
  /** The balancer's. */
  readonly securityGroup: SecurityGroup;
  readonly group: TargetGroup;
  /** Which requests are the service's. */
  readonly route: Route;
  /** CloudWatch's dimension `LoadBalancer`. */
  readonly arnSuffix: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: BalancedTargetsProps,
  ) {
    super(scope, id);
    const { balancer } = props.entrance.balancer;
    this.securityGroup = balancer.securityGroup;
    this.arnSuffix = balancer.arnSuffix;
    this.group = this.makeGroup();
    this.route = this.makeRoute();
    if (props.makeRecord) this.makeRecord();
  }

  /** AWS gives it: known after the first apply. */
  get targetGroupArn(): string {
    return this.group.arn;
  }

  /** CloudWatch's dimension `TargetGroup`. */
  get targetGroupArnSuffix(): string {
    return this.group.arnSuffix;
  }

  /** ECS takes no target group that no listener knows. */
  get dependsOn() {
    return [this.route.rule];
  }

  private makeGroup(): TargetGroup {
    const { entrance, service, label, vpcId, port, health, sharing, targets = "ip" } = this.props;
    const { encrypted = false } = this.props;
    const protocol = targetProtocol(this.props);
    const { stickySeconds, slowStartSeconds } = sharing;
    return new TargetGroup(this, "group", {
      name: entrance.names.targetGroup({ service, port, protocol, encrypted, targets }),
      ...{ label, vpcId, port, protocol, healthCheck: health, algorithm: sharing.algorithm },
      ...{ targets, ...(encrypted && { encrypted }) },
      deregistrationDelaySeconds: sharing.drainSeconds,
      ...(stickySeconds !== undefined && {
        stickiness: { by: "balancerCookie", seconds: stickySeconds },
      }),
      ...(slowStartSeconds !== undefined && { slowStartSeconds }),
    });
  }

  private makeRoute(): Route {
    const { entrance, service, host, paths } = this.props;
    return entrance.balancer.balancer.route(service, {
      priority: entrance.priority,
      hosts: [host],
      ...(paths.length > 0 && { paths }),
      targets: [{ group: this.group }],
    });
  }

  private makeRecord(): void {
    const { entrance, host } = this.props;
    const { dnsName, zoneId } = entrance.balancer.entry;
    hostRecord(this, { zone: entrance.zone, host, target: { dnsName, zoneId } });
  }
}
