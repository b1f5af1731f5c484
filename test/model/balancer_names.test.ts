import fc from "fast-check";
import { awsBalancerNames } from "../../model/names";

const word = (most: number) =>
  fc.stringMatching(new RegExp(`^[a-z][a-z0-9-]{0,${most - 2}}[a-z0-9]$`));

const group = { service: "orders", port: 8080, protocol: "http1", targets: "ip" } as const;

test("names of the longest environment and service have the 32 characters that AWS takes", () => {
  fc.assert(
    fc.property(word(10), word(20), (environment, service) => {
      const names = awsBalancerNames(environment, "c01");
      const shape = /^[a-z][a-z0-9-]{0,30}[a-z0-9]$/;
      expect(names.balancer).toMatch(shape);
      expect(names.networkBalancer).toMatch(shape);
      expect(names.targetGroup({ ...group, service })).toMatch(shape);
      expect(names.targetGroup({ ...group, service })).toMatch(new RegExp(`^${environment}-c01-`));
      expect(names.logBucket("123456789012").length).toBeLessThanOrEqual(63);
      expect(names.accelerator.length).toBeLessThanOrEqual(64);
    }),
  );
});

test("a target group of which anything differs that AWS cannot change has another name", () => {
  const { targetGroup } = awsBalancerNames("dev", "c01");
  const all = [
    group,
    { ...group, variant: "blue" },
    { ...group, variant: "green" },
    { ...group, port: 8081 },
    { ...group, protocol: "grpc" },
    { ...group, targets: "instance" },
    { ...group, service: "orders-of-a-long-name" },
    { ...group, service: "orders-of-a-long-names" },
  ].map(targetGroup);
  expect(new Set(all).size).toBe(all.length);
  expect(all[0]).toMatch(/^dev-c01-orders-[a-z0-9]{7}$/);
});
