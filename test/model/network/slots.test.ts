import fc from "fast-check";
import { contains, formatCidr, overlap, parseCidr, type Cidr } from "../../../model/network/cidr";
import {
  ipv6SubnetSlot,
  ipv6TierSlot,
  networkCidr,
  SMALLEST_POOL,
  subnetCidr,
  tierCidr,
  TIERS,
  ZONES,
} from "../../../model/network/slots";
import { pool } from "./arbitrary";

const everySubnet = TIERS.flatMap((tier) => ZONES.map((zone) => ({ tier, zone })));

const pairs = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]));

test("the plan of a /16, as it is for ever: to change one of these numbers is to replace every subnet", () => {
  const network = parseCidr("10.32.0.0/16");
  const first = TIERS.map((tier) => [
    tier,
    formatCidr(tierCidr(network, tier)),
    formatCidr(subnetCidr(network, tier, "a")),
    formatCidr(subnetCidr(network, tier, "b")),
    formatCidr(subnetCidr(network, tier, "h")),
  ]);
  expect(first).toEqual([
    ["public", "10.32.192.0/19", "10.32.192.0/22", "10.32.196.0/22", "10.32.220.0/22"],
    ["private", "10.32.0.0/17", "10.32.0.0/20", "10.32.16.0/20", "10.32.112.0/20"],
    ["isolated", "10.32.128.0/18", "10.32.128.0/21", "10.32.136.0/21", "10.32.184.0/21"],
  ]);
});

test("the plan of IPv6, as it is for ever", () => {
  expect(TIERS.map((tier) => [tier, ipv6TierSlot(tier).number])).toEqual([
    ["public", 2],
    ["private", 0],
    ["isolated", 1],
  ]);
  expect(ipv6SubnetSlot("public", "c")).toEqual({ newBits: 8, number: 18 });
  expect(ipv6SubnetSlot("private", "a")).toEqual({ newBits: 8, number: 0 });
});

test("no two subnets share an address, and each lies in its tier, its network and its pool", () => {
  fc.assert(
    fc.property(pool(), (from) => {
      const network = networkCidr(from);
      const subnets = everySubnet.map(({ tier, zone }) => ({
        tier,
        cidr: subnetCidr(network, tier, zone),
      }));
      expect(contains(from, network)).toBe(true);
      for (const { tier, cidr } of subnets) {
        expect(contains(tierCidr(network, tier), cidr)).toBe(true);
        expect(contains(network, cidr)).toBe(true);
        expect(cidr.prefix).toBeLessThanOrEqual(28);
      }
      expect(pairs(subnets).filter(([a, b]) => overlap(a.cidr, b.cidr))).toEqual([]);
    }),
  );
});

test("an eighth of a network is kept for tiers to come", () => {
  fc.assert(
    fc.property(pool(), (from) => {
      const network = networkCidr(from);
      const kept = {
        first: network.first + 7 * 2 ** (29 - network.prefix),
        prefix: network.prefix + 3,
      };
      expect(TIERS.some((tier) => overlap(tierCidr(network, tier), kept))).toBe(false);
    }),
  );
});

test("networks of one pool share no address, and there are as many as fit", () => {
  fc.assert(
    fc.property(pool(), (from) => {
      const count = 2 ** Math.max(0, 16 - from.prefix);
      const slots = [0, 1, count - 1].filter((slot) => slot < count);
      const networks = [...new Set(slots)].map((slot) => networkCidr(from, slot));
      expect(pairs(networks).filter(([a, b]) => overlap(a, b))).toEqual([]);
      expect(networks.every((network) => contains(from, network))).toBe(true);
      expect(() => networkCidr(from, count)).toThrow(/^expected one of the \d+ parts of /);
    }),
  );
});

test("a pool that grows around its first network moves nothing", () => {
  fc.assert(
    fc.property(pool(), fc.integer({ min: 0, max: 8 }), (from, bits) => {
      fc.pre(from.prefix <= 16 && from.prefix - bits >= 8);
      const prefix = from.prefix - bits;
      const wider: Cidr = { first: from.first - (from.first % 2 ** (32 - prefix)), prefix };
      fc.pre(wider.first === from.first);
      expect(networkCidr(wider)).toEqual(networkCidr(from));
    }),
  );
});

test("a pool that is one step smaller has subnets that AWS does not make", () => {
  const smallest = (prefix: number) =>
    Math.max(
      ...everySubnet.map(
        ({ tier, zone }) => subnetCidr(networkCidr({ first: 0, prefix }), tier, zone).prefix,
      ),
    );
  expect([smallest(SMALLEST_POOL), smallest(SMALLEST_POOL + 1)]).toEqual([28, 29]);
});

test("of IPv6, each subnet has its own /64 inside the /61 of its tier", () => {
  const numbers = everySubnet.map(({ tier, zone }) => ipv6SubnetSlot(tier, zone).number);
  expect(new Set(numbers).size).toBe(everySubnet.length);
  expect(Math.max(...numbers)).toBeLessThan(256);
  for (const { tier, zone } of everySubnet) {
    expect(Math.floor(ipv6SubnetSlot(tier, zone).number / 8)).toBe(ipv6TierSlot(tier).number);
  }
});
