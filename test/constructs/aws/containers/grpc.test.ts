import type { ServiceDeclaration } from "../../../../model/declaration";
import { readContract } from "../../../../operations/contracts/files/read";
import { cellOf, CONTAINED, SHOP_SERVICE } from "../../support/synth";

const grpc = (name: string): ServiceDeclaration => ({
  ...SHOP_SERVICE,
  ...{ name, stores: {}, contracts: [`contracts/${name}.proto`] },
  workload: { ...SHOP_SERVICE.workload, host: "shop", protocol: "grpc" },
});

const contractOf = (name: string, service: string) => {
  const file = `contracts/${name}.proto`;
  return [file, readContract(file, `package shop.v1; service ${service} {}`)] as const;
};

const { json } = cellOf(
  { ...CONTAINED, services: [grpc("baskets"), grpc("rates")] },
  {},
  Object.fromEntries([contractOf("baskets", "Baskets"), contractOf("rates", "Rates")]),
);

const all = (type: string) =>
  Object.values(json.resource?.[type] ?? {}) as readonly Record<string, unknown>[];

test("services of gRPC share a host by the paths that follow from their contracts", () => {
  const text = JSON.stringify(all("aws_lb_listener_rule"));
  for (const path of ["/shop.v1.Baskets/*", "/shop.v1.Rates/*"]) expect(text).toContain(path);
  const priorities = all("aws_lb_listener_rule").map(({ priority }) => priority);
  expect(new Set(priorities).size).toBe(priorities.length);
});

test("the balancer speaks gRPC with their tasks, and takes the status 0 for being well", () => {
  for (const group of all("aws_lb_target_group"))
    expect(group).toMatchObject({
      protocol_version: "GRPC",
      health_check: { path: "/grpc.health.v1.Health/Check", matcher: "0" },
    });
  expect(all("aws_lb_target_group")).toHaveLength(2);
});
