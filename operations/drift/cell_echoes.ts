import { list, type Echo } from "./echo";
import type { Values } from "./plan";

/** The target groups to which a rule of a listener forwards. */
const targetsOf = ({ action }: Values): unknown[] =>
  list(action).flatMap(({ target_group_arn, forward }) => [
    ...(target_group_arn ? [target_group_arn] : []),
    ...list(list(forward)[0]?.["target_group"]).map(({ arn }) => arn),
  ]);

/** `…:listener/app/NAME/ID/LISTENER` is of `…:loadbalancer/app/NAME/ID`. */
const balancerOf = ({ listener_arn }: Values): string =>
  String(listener_arn).replace(/:listener\/(\w+\/[^/]+\/[^/]+)\/.*$/, ":loadbalancer/$1");

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(String).sort() : value;

/** A target group knows which load balancers ask it, as their listeners' rules say. */
const BALANCERS: Echo = {
  ...{ attribute: "load_balancer_arns", setter: "aws_lb_listener_rule" },
  ...{ names: targetsOf, owner: ["arn", "id"] },
  expected: (setters) => [...new Set(setters.map(balancerOf))].sort(),
  actual: sorted,
};

/** A cluster of databases knows its instances. */
const MEMBERS: Echo = {
  ...{ attribute: "cluster_members", setter: "aws_rds_cluster_instance" },
  ...{ names: "cluster_identifier", owner: ["cluster_identifier", "id"] },
  expected: (setters) => setters.map(({ identifier }) => String(identifier)).sort(),
  actual: sorted,
};

/** By the type of the owner. */
export const CELL_ECHOES: Readonly<Record<string, readonly Echo[]>> = {
  aws_lb_target_group: [BALANCERS],
  aws_rds_cluster: [MEMBERS],
};
