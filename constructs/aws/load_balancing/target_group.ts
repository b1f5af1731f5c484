import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import { healthCheckOf, type HealthCheck } from "./health_check";
import { protocolOf, stackOf, type TargetProtocol } from "./target_protocol";
import { targetGroupProblems } from "./target_group_rules";

export interface TargetGroupProps {
  /** At most 32 characters, unique in the region; `model/names.ts` makes one that changes with what AWS replaces a group for. */
  readonly name: string;

  /**
   * Its tag `Name`, by which exporters find it: the name itself ends with what nobody knows by heart.
   *
   * @default - the name
   */
  readonly label?: string;

  /** The network that the targets are in. */
  readonly vpcId: string;

  /** Where targets listen, unless one is registered with a port of its own. */
  readonly port: number;

  /** What targets speak. `grpc` and `http2` need a listener of HTTPS. */
  readonly protocol: TargetProtocol;

  /**
   * Speak TLS with the targets, whose certificates are not checked.
   *
   * @default false
   */
  readonly encrypted?: boolean;

  /**
   * What a target is: an address in the network, as a container has one, a machine, or an application load balancer.
   *
   * @default "ip"
   */
  readonly targets?: "ip" | "instance" | "applicationLoadBalancer";

  readonly healthCheck: HealthCheck;

  /**
   * Which target gets the next request, of HTTP alone: the next in turn, the one with the fewest unanswered, or any, by weights that
   * fall while a target answers with more errors than the others.
   *
   * @default "leastOutstanding" where requests are seen and `slowStartSeconds` is not, "roundRobin" otherwise
   */
  readonly algorithm?: Algorithm;

  /**
   * Let a client keep its target: by a cookie of the balancer's, by one of the application's, or by its address, where no request is seen.
   *
   * @default - each request goes where the algorithm says
   */
  readonly stickiness?: Stickiness;

  /**
   * Time in which a new target's share grows, 30 to 900.
   *
   * @default - a new target gets its whole share at once
   */
  readonly slowStartSeconds?: number;

  /**
   * Time for requests under way when a target leaves, 0 to 3600.
   *
   * @default 30
   */
  readonly deregistrationDelaySeconds?: number;

  /**
   * Let targets see the client's address rather than the balancer's; of a network load balancer alone.
   *
   * @default - as AWS does: seen by machines and over UDP, not by addresses over TCP and TLS
   */
  readonly preserveClientIp?: boolean;
}

export type Algorithm = "roundRobin" | "leastOutstanding" | "weightedRandom";

export type Stickiness =
  | { readonly by: "balancerCookie"; readonly seconds: number }
  | { readonly by: "applicationCookie"; readonly name: string; readonly seconds: number }
  | { readonly by: "clientAddress" };

const TARGETS = { ip: "ip", instance: "instance", applicationLoadBalancer: "alb" } as const;

const ALGORITHMS: Readonly<Record<Algorithm, string>> = {
  roundRobin: "round_robin",
  leastOutstanding: "least_outstanding_requests",
  weightedRandom: "weighted_random",
};

/** Those who answer for one service behind a load balancer, and how it is known that they can. */
export class TargetGroup extends Construct {
  /** To tell what may be forwarded to it. */
  readonly protocol: TargetProtocol;
  /** Where targets listen. */
  readonly port: number;
  readonly group: LbTargetGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: TargetGroupProps,
  ) {
    super(scope, id);
    refuse(this, targetGroupProblems(props));
    this.protocol = props.protocol;
    this.port = props.port;
    this.group = this.makeGroup();
  }

  /** AWS gives it: known after the first apply. */
  get arn(): string {
    return this.group.arn;
  }

  /** CloudWatch's dimension `TargetGroup`. */
  get arnSuffix(): string {
    return this.group.arnSuffix;
  }

  /** As a reference, so that what uses it waits for the group. */
  get name(): string {
    return this.group.name;
  }

  /** A group is replaced before the old one leaves: AWS deletes none that a listener still names. */
  private makeGroup(): LbTargetGroup {
    const { name, vpcId, port, targets = "ip", deregistrationDelaySeconds = 30 } = this.props;
    return new LbTargetGroup(this, MAIN, {
      ...{ name, vpcId, port, ...protocolOf(this.props) },
      targetType: TARGETS[targets],
      healthCheck: healthCheckOf(this.props.healthCheck, this.props),
      ...(targets === "applicationLoadBalancer"
        ? {}
        : { deregistrationDelay: String(deregistrationDelaySeconds) }),
      ...(stackOf(this.props.protocol) === "application" ? this.sharing() : this.addresses()),
      ...this.stickiness(),
      tags: named(this.props.label ?? name),
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private sharing() {
    const { slowStartSeconds, algorithm = slowStartSeconds ? "roundRobin" : "leastOutstanding" } =
      this.props;
    return {
      loadBalancingAlgorithmType: ALGORITHMS[algorithm],
      ...(algorithm === "weightedRandom" ? { loadBalancingAnomalyMitigation: "on" } : {}),
      ...(slowStartSeconds ? { slowStart: slowStartSeconds } : {}),
    };
  }

  private addresses() {
    const { preserveClientIp } = this.props;
    return preserveClientIp === undefined ? {} : { preserveClientIp: String(preserveClientIp) };
  }

  private stickiness() {
    const { stickiness } = this.props;
    if (stickiness === undefined) return {};
    if (stickiness.by === "clientAddress") return { stickiness: { type: "source_ip" } };
    return {
      stickiness: {
        cookieDuration: stickiness.seconds,
        ...(stickiness.by === "applicationCookie"
          ? { type: "app_cookie", cookieName: stickiness.name }
          : { type: "lb_cookie" }),
      },
    };
  }
}
