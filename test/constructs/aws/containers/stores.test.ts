import { CONTAINED, resource, statements, synthesizeAll } from "../../support/synth";

const [basket] = CONTAINED.services;
const KEPT = {
  ...CONTAINED,
  services: [
    {
      ...basket,
      stores: {
        orders: { kind: "relational", engine: "postgresql" },
        sessions: { kind: "cache", engine: "valkey", zones: ["a", "b"] },
      },
    },
  ],
} as const;

const { json } = synthesizeAll([KEPT]).find(({ id }) => id === "dev-box-c01")!;

describe("a container service with a database and a cache", () => {
  test("comes to each from its own security group, at its port", () => {
    const rules = Object.values(json.resource?.["aws_vpc_security_group_ingress_rule"] ?? {})
      .filter(
        ({ referenced_security_group_id }) =>
          referenced_security_group_id === "${aws_security_group.basket_tasks_basket.id}",
      )
      .map(
        ({ security_group_id, from_port }) => `${String(security_group_id)} ${String(from_port)}`,
      );
    expect(rules).toEqual([
      "${aws_security_group.basket_orders_group.id} 5432",
      "${aws_security_group.basket_sessions_group.id} 6379",
      "${aws_security_group.basket_sessions_group.id} 6380",
    ]);
  });

  test("is let in by tokens of its tasks' role, and nobody else is", () => {
    const policies = Object.entries(json.resource?.["aws_iam_role_policy"] ?? {}).map(
      ([name, { policy }]) => [name, statements(policy).flatMap(({ Action }) => Action)] as const,
    );
    const connecting = policies.filter(([, actions]) =>
      actions.some((action) => /rds-db:connect|elasticache:Connect/.test(String(action))),
    );
    expect(connecting.map(([name]) => name)).toEqual([
      expect.stringMatching(/^basket_tasks_role_/),
    ]);
  });

  test("finds them by variables of its container", () => {
    const { container_definitions: written } = resource(
      json,
      "aws_ecs_task_definition.basket_tasks_definition",
    );
    for (const name of ["ORDERS_DATABASE_HOST", "ORDERS_DATABASE_USER", "SESSIONS_CACHE_HOST"])
      expect(String(written)).toContain(name);
  });

  test("reads the network's ids once, whatever stands in it", () => {
    expect(Object.keys(json.data?.["aws_ssm_parameter"] ?? {})).toEqual(["network_contract"]);
  });
});
