import { dev as wholeDev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { prod as wholeProd } from "../../../environments/prod";
import { orders } from "../../../environments/services/orders";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { problemsOf, settleAll } from "../../../model/settle";

/** With a service that asks nothing of a network. */
const dev = { ...wholeDev, services: [orders] };
const prod = { ...wholeProd, services: [orders] };

const POOL = "10.32.0.0/16";

const said = (environment: EnvironmentDeclaration, network: object): string[] =>
  problemsOf({ ...environment, network } as EnvironmentDeclaration).map(
    ({ path, message }) => `${path}: ${message}`,
  );

const onDev = (fields: object): string[] => said(dev, { pool: POOL, ...fields });

test.each([
  [{}],
  [{ pool: "100.64.0.0/10" }],
  [{ pool: "192.168.0.0/22" }],
  [{ zones: ["a", "f"], nat: "perZone", ipv6: true }],
  [{ tiers: ["isolated"] }],
  [{ tiers: ["private"], endpoints: ["queues", "secrets"] }],
  [{ flowLogs: { retention: "14d", traffic: "rejected" } }],
])("%j is taken", (fields) => {
  expect(onDev(fields)).toEqual([]);
});

test.each<[string, object, string]>([
  [
    "a pool that nobody names",
    { pool: undefined },
    "dev.network.pool: expected a range such as 10.32.0.0/16 that begins where its prefix says, got nothing",
  ],
  [
    "a pool that does not begin where its prefix says",
    { pool: "10.32.1.0/16" },
    'dev.network.pool: expected a range such as 10.32.0.0/16 that begins where its prefix says, got "10.32.1.0/16"',
  ],
  [
    "a pool of addresses that the internet routes",
    { pool: "11.0.0.0/16" },
    'dev.network.pool: expected addresses of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, which the internet does not route, got "11.0.0.0/16"',
  ],
  [
    "a pool that holds more than one private range",
    { pool: "172.0.0.0/8" },
    'dev.network.pool: expected addresses of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, which the internet does not route, got "172.0.0.0/8"',
  ],
  [
    "a pool that is too small",
    { pool: "10.32.0.0/23" },
    'dev.network.pool: expected a prefix of /22 or shorter, else the smallest subnets have fewer than the 16 addresses that AWS asks for, got "10.32.0.0/23"',
  ],
  [
    "a zone that no region has",
    { zones: ["a", "z"] },
    'dev.network.zones[1]: expected "a" or "b" or "c" or "d" or "e" or "f" or "g" or "h", got "z"',
  ],
  [
    "a zone that the region does not have",
    { zones: ["a", "h"] },
    'dev.network.zones: expected zones that us-east-1 has (a, b, c, d, e, f), got "h"',
  ],
  [
    "a zone twice",
    { zones: ["a", "b", "a"] },
    'dev.network.zones: expected each name once, got "a" twice',
  ],
  [
    "no zone",
    { zones: [] },
    "dev.network.zones: expected at least one zone, got none; leave it out for the default",
  ],
  [
    "a tier that does not exist",
    { tiers: ["protected"] },
    'dev.network.tiers[0]: expected "public" or "private" or "isolated", got "protected"',
  ],
  [
    "a tier twice",
    { tiers: ["private", "private"] },
    'dev.network.tiers: expected each name once, got "private" twice',
  ],
  [
    "no tier",
    { tiers: [] },
    "dev.network.tiers: expected at least one tier, got none; leave it out for the default",
  ],
  [
    "a NAT gateway of a kind that does not exist",
    { nat: "instance" },
    'dev.network.nat: expected "none" or "single" or "perZone", got "instance"',
  ],
  [
    "a NAT gateway that has no place to stand",
    { tiers: ["private", "isolated"], nat: "single" },
    'dev.network.nat: expected "none" without a public tier, where a NAT gateway stands, got "single"; add "public" to tiers',
  ],
  [
    "a NAT gateway that nobody uses: the isolated tier goes nowhere",
    { tiers: ["public", "isolated"], nat: "perZone" },
    'dev.network.nat: expected "none" without a private tier, the only one that goes out through a NAT gateway, got "perZone"; add "private" to tiers',
  ],
  [
    "an IPv6 that is neither on nor off",
    { ipv6: "dual" },
    "dev.network.ipv6: expected true or false",
  ],
  [
    "flow logs for a time that CloudWatch does not keep",
    { flowLogs: { retention: "8d" } },
    'dev.network.flowLogs.retention: expected a number of days that CloudWatch keeps logs for (1d, 3d, 5d, 7d, 14d, 30d, 60d, 90d …), got "8d"',
  ],
  [
    "flow logs of a kind of traffic that does not exist",
    { flowLogs: { traffic: "accepted" } },
    'dev.network.flowLogs.traffic: expected "all" or "rejected", got "accepted"',
  ],
  [
    "endpoints that have no place to stand",
    { tiers: ["public", "isolated"], endpoints: ["queues"] },
    'dev.network.endpoints: expected none without a private tier, where their interfaces stand, got 1; add "private" to tiers',
  ],
  [
    "an endpoint twice",
    { endpoints: ["queues", "queues"] },
    'dev.network.endpoints: expected each name once, got "queues" twice',
  ],
  [
    "a property that does not exist",
    { cidr: POOL },
    "dev.network.cidr: expected no such property; remove it or correct its name",
  ],
])("%s is a problem", (_, fields, message) => {
  expect(onDev(fields)).toEqual([message]);
});

test("a network that is none is a problem", () => {
  expect(said(dev, "10.0.0.0/16" as unknown as object)).toEqual([
    'dev.network: expected an object, got "10.0.0.0/16"',
  ]);
});

test("a region that is not listed is trusted with its letters, and its first zones are a, b and c", () => {
  const elsewhere = { ...prod, region: "mx-central-1" };
  expect(said(elsewhere, { pool: POOL, zones: ["a", "h"] })).toEqual([]);
});

test("Google Cloud's network is not built yet, and a network there says so", () => {
  expect(said(devGcp, { pool: POOL })).toEqual([
    "dev-gcp.network: expected none on Google Cloud (dev-gcp), where networks are not built yet (docs/clouds.md says what they will be); leave it out",
  ]);
});

describe("of two environments", () => {
  const together = (one: string, other: string) => () =>
    settleAll([
      { ...dev, network: { pool: one } },
      { ...prod, network: { pool: other } },
    ]);

  test("each has addresses of its own", () => {
    expect(together("10.0.0.0/12", "10.16.0.0/12")).not.toThrow();
  });

  test.each([
    ["10.0.0.0/12", "10.4.0.0/16"],
    ["10.4.0.0/16", "10.0.0.0/12"],
    ["10.4.0.0/16", "10.4.0.0/16"],
  ])("%s and %s are a problem: they could not be joined", (one, other) => {
    expect(together(one, other)).toThrow(
      `prod.network.pool: expected addresses that no other environment has, got "${other}", which overlaps ${one} of dev; networks that share addresses cannot be joined`,
    );
  });
});
