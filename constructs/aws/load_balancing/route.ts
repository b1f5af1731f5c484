import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { Construct } from "constructs";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { routeProblems } from "./route_rules";
import type { TargetGroup } from "./target_group";

export interface RouteProps extends RouteConditions {
  /** Rules are asked from the lowest on, 1 to 50000; no two of a listener have the same. */
  readonly priority: number;

  /** One, or up to five that share the requests by weight. */
  readonly targets: readonly RouteTarget[];

  /**
   * Time for which a client stays with the target group that it was given, 1 to 604800; where several share the requests.
   *
   * @default - each request is shared out anew
   */
  readonly stickySeconds?: number;
}

/** Which requests are meant: all that is said has to hold, by one of its values. At most five values in all. */
export interface RouteConditions {
  /**
   * Such as `orders.example.com`; `*` and `?` stand for what they usually do.
   *
   * @default - any
   */
  readonly hosts?: readonly string[] | undefined;

  /**
   * Such as `/orders` and `/orders/*`, upper and lower case apart.
   *
   * @default - any
   */
  readonly paths?: readonly string[];

  /**
   * Such as `GET`.
   *
   * @default - any
   */
  readonly methods?: readonly string[];

  /**
   * Values by the header's name.
   *
   * @default - any
   */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
}

export interface RouteTarget {
  readonly group: Pick<TargetGroup, "arn" | "protocol">;

  /**
   * Percent of the requests, 0 to 100; those of a route are 100 together.
   *
   * @default - all; needed where there are several
   */
  readonly weight?: number;
}

export interface RouteOfListenerProps extends RouteProps {
  /** The one that it is a rule of. */
  readonly listenerArn: string;

  /** Whether the listener speaks HTTPS: HTTP/2 and gRPC go nowhere without. */
  readonly encrypted: boolean;
}

/** One rule of a listener: which requests go to which target groups. */
export class Route extends Construct {
  /** What needs the target groups to be in use, such as a service of ECS, waits for it. */
  readonly rule: LbListenerRule;

  constructor(scope: Construct, id: string, props: RouteOfListenerProps) {
    super(scope, id);
    refuse(this, routeProblems(props));
    this.rule = new LbListenerRule(this, MAIN, {
      listenerArn: props.listenerArn,
      priority: props.priority,
      condition: conditionsOf(props),
      action: [forward(props)],
    });
  }
}

const conditionsOf = ({ hosts, paths, methods, headers = {} }: RouteConditions) => [
  ...(hosts ? [{ hostHeader: { values: [...hosts] } }] : []),
  ...(paths ? [{ pathPattern: { values: [...paths] } }] : []),
  ...(methods ? [{ httpRequestMethod: { values: [...methods] } }] : []),
  ...Object.entries(headers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([httpHeaderName, values]) => ({ httpHeader: { httpHeaderName, values: [...values] } })),
];

function forward({ targets, stickySeconds }: RouteProps) {
  const [only, ...others] = targets;
  if (only !== undefined && others.length === 0) {
    return { type: "forward", targetGroupArn: only.group.arn };
  }
  return {
    type: "forward",
    forward: {
      targetGroup: targets.map(({ group, weight = 0 }) => ({ arn: group.arn, weight })),
      ...(stickySeconds === undefined
        ? {}
        : { stickiness: { enabled: true, duration: stickySeconds } }),
    },
  };
}
