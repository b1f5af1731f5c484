import { classify } from "../../../operations/drift/classify";
import { change, planOf } from "./plans";

/** As the provider 5.100.0 read them on emulators, after an apply. */
const arn = (rest: string) => `arn:aws:elasticloadbalancing:us-east-1:123456789012:${rest}`;
const GROUP = arn("targetgroup/dev-c01-checkout-12be09v/73e2d6bc24d8a067");
const BALANCER = arn("loadbalancer/app/dev-c01-public/50dc6c495c0c9188");
const OTHER = arn("loadbalancer/app/other/50dc6c495c0c9189");
const LISTENER = arn("listener/app/dev-c01-public/50dc6c495c0c9188/0467ef3c8400ae65");

const classesOf = (
  [type, attribute, before, after]: readonly [string, string, unknown, unknown],
  at: Record<string, unknown>,
  ...setters: readonly (readonly [string, Record<string, unknown>])[]
) =>
  classify(
    planOf(
      [change(type, ["update"], { ...at, [attribute]: before }, { ...at, [attribute]: after })],
      setters.map(([setter, held]) => change(setter, ["no-op"], held, held)),
    ),
  ).map(({ class: name }) => name);

describe("which load balancers ask a target group", () => {
  const group = (arns: readonly string[], ...actions: readonly object[]) =>
    classesOf(
      ["aws_lb_target_group", "load_balancer_arns", [], arns],
      { arn: GROUP, id: GROUP },
      ...actions.map(
        (action) => ["aws_lb_listener_rule", { action: [action], listener_arn: LISTENER }] as const,
      ),
    );
  const forward = { type: "forward", target_group_arn: GROUP, forward: [] };
  const weighted = { type: "forward", forward: [{ target_group: [{ arn: GROUP, weight: 1 }] }] };

  test("is an echo of the rules that forward to it", () => {
    expect(group([BALANCER], forward)).toEqual(["echo"]);
    expect(group([BALANCER], weighted)).toEqual(["echo"]);
    expect(group([BALANCER], forward, weighted)).toEqual(["echo"]);
  });

  test("is drift where another balancer asks it, or no rule of the stack says so", () => {
    expect(group([BALANCER, OTHER], forward)).toEqual(["silent"]);
    expect(group([BALANCER], { type: "redirect" })).toEqual(["silent"]);
    expect(group([BALANCER])).toEqual(["silent"]);
  });
});

describe("the instances of a cluster", () => {
  const cluster = (members: readonly string[], ...instances: readonly string[]) =>
    classesOf(
      ["aws_rds_cluster", "cluster_members", [], members],
      { id: "orders", cluster_identifier: "orders" },
      ...instances.map(
        (identifier) =>
          ["aws_rds_cluster_instance", { identifier, cluster_identifier: "orders" }] as const,
      ),
    );

  test("are an echo of those that the stack makes, in whatever order", () => {
    expect(cluster(["orders-1", "orders-2"], "orders-2", "orders-1")).toEqual(["echo"]);
  });

  test("are drift where somebody added or removed one", () => {
    expect(cluster(["orders-1", "theirs"], "orders-1")).toEqual(["silent"]);
    expect(cluster(["orders-1"], "orders-1", "orders-2")).toEqual(["silent"]);
  });
});
