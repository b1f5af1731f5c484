import fc from "fast-check";
import { dev } from "../../../environments/dev";
import { prod } from "../../../environments/prod";
import { formatCidr, parseCidr } from "../../../model/network/cidr";
import type { NetworkDeclaration } from "../../../model/network/declaration";
import { TIERS, ZONES, type Tier, type Zone } from "../../../model/network/slots";
import { settleNetwork } from "../../../model/network/network";
import { pool } from "./arbitrary";

const POOL = "10.32.0.0/16";

test("in development silence means two zones, three tiers, no NAT and no IPv6", () => {
  expect(settleNetwork({ ...dev, network: { pool: POOL } })).toEqual({
    cidr: POOL,
    zones: ["a", "b"],
    tiers: ["public", "private", "isolated"],
    nat: "none",
    ipv6: false,
    subnets: [
      { tier: "public", zone: "a", cidr: "10.32.192.0/22" },
      { tier: "public", zone: "b", cidr: "10.32.196.0/22" },
      { tier: "private", zone: "a", cidr: "10.32.0.0/20" },
      { tier: "private", zone: "b", cidr: "10.32.16.0/20" },
      { tier: "isolated", zone: "a", cidr: "10.32.128.0/21" },
      { tier: "isolated", zone: "b", cidr: "10.32.136.0/21" },
    ],
    flowLogs: { retentionDays: 30, traffic: "all" },
    endpoints: [],
  });
});

test("in production silence means three zones, and flow logs as long as all logs", () => {
  expect(settleNetwork({ ...prod, network: { pool: POOL } })).toMatchObject({
    zones: ["a", "b", "c"],
    nat: "none",
    flowLogs: { retentionDays: 90 },
  });
});

test.each([
  ["ap-northeast-1", ["a", "c", "d"]],
  ["ca-central-1", ["a", "b", "d"]],
  ["us-east-1", ["a", "b", "c"]],
  ["eu-west-1", ["a", "b", "c"]],
])("the first zones of %s are %j", (region, zones) => {
  expect(settleNetwork({ ...prod, region, network: { pool: POOL } })?.zones).toEqual(zones);
});

test("what is declared wins over every default", () => {
  const network: NetworkDeclaration = {
    pool: "10.0.0.0/12",
    ...{ zones: ["c", "a"], tiers: ["private", "public"], nat: "single", ipv6: true },
    flowLogs: { retention: "7d", traffic: "rejected" },
    endpoints: ["queues"],
  };
  expect(settleNetwork({ ...dev, network })).toMatchObject({
    ...{ cidr: "10.0.0.0/16", zones: ["c", "a"], tiers: ["public", "private"] },
    ...{ nat: "single", ipv6: true, endpoints: ["queues"] },
    flowLogs: { retentionDays: 7, traffic: "rejected" },
  });
});

test("no environment has a network that does not declare one", () => {
  expect(settleNetwork({ ...dev, network: undefined as never })).toBeUndefined();
});

/** What stands already, and what joins it, in any order. */
const grown = <T>(all: readonly T[]) =>
  fc
    .uniqueArray(fc.constantFrom(...all), { minLength: 1 })
    .chain((after) =>
      fc
        .subarray(after, { minLength: 1 })
        .chain((before) =>
          fc
            .shuffledSubarray(after, { minLength: after.length })
            .map((more) => ({ before, after: more })),
        ),
    );

test("a zone or a tier that joins changes no subnet that stands, whatever stands and whatever joins", () => {
  fc.assert(
    fc.property(pool(), grown<Zone>(ZONES), grown<Tier>(TIERS), (from, zones, tiers) => {
      const subnets = (side: "before" | "after") =>
        settleNetwork({
          ...dev,
          network: { pool: formatCidr(from), zones: zones[side], tiers: tiers[side] },
        })!.subnets;
      expect(subnets("before")).toHaveLength(zones.before.length * tiers.before.length);
      expect(subnets("after")).toEqual(expect.arrayContaining([...subnets("before")]));
    }),
  );
});

test("subnets are named by their tier and zone, never by their place in a list", () => {
  const subnets = settleNetwork({ ...dev, network: { pool: POOL, zones: ["b", "a"] } })!.subnets;
  expect(subnets.find(({ tier, zone }) => tier === "private" && zone === "a")?.cidr).toBe(
    formatCidr({ ...parseCidr(POOL), prefix: 20 }),
  );
});
