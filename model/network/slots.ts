import { partOf, type Cidr } from "./cidr";

/**
 * Which addresses a subnet has: a function of the network's range, its tier and its zone, and of nothing else. What else
 * is declared has no part in it, so a tier or a zone that joins later moves no subnet. Every tier has
 * one block, so that a rule can name the whole of it.
 *
 *     environment's pool ── network slots of /16 (all of it, where the pool is smaller)
 *       network ── private 1/2 · isolated 1/4 · public 1/8 · 1/8 for tiers to come
 *         tier ── 8 zone slots, a to h
 */
export const TIERS = ["public", "private", "isolated"] as const;
export type Tier = (typeof TIERS)[number];

/** Zones are named by a letter on both clouds; these have a slot. */
export const ZONES = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;
export type Zone = (typeof ZONES)[number];

const ZONE_BITS = Math.log2(ZONES.length);

/** Where a tier's block lies: so many bits longer than the network's prefix, and the number of that part. */
const BLOCKS = {
  private: { bits: 1, number: 0 },
  isolated: { bits: 2, number: 2 },
  public: { bits: 3, number: 6 },
} as const satisfies Record<Tier, { readonly bits: number; readonly number: number }>;

/** An Amazon VPC has 65536 addresses at most. */
export const LARGEST_NETWORK = 16;

/** AWS makes no subnet of fewer than 16 addresses. */
const SMALLEST_SUBNET = 28;

/** The longest prefix of a pool whose smallest subnets can still be made. */
export const SMALLEST_POOL =
  SMALLEST_SUBNET - ZONE_BITS - Math.max(...Object.values(BLOCKS).map(({ bits }) => bits));

/**
 * The range of one network of an environment.
 *
 * @param slot - 0 is the environment's own network, which is that of its first cell (`cell_slots.ts` has the others)
 */
export const networkCidr = (pool: Cidr, slot = 0): Cidr =>
  partOf(pool, Math.max(pool.prefix, LARGEST_NETWORK), slot);

/** All subnets of a tier, those of zones to come too. */
export const tierCidr = (network: Cidr, tier: Tier): Cidr =>
  partOf(network, network.prefix + BLOCKS[tier].bits, BLOCKS[tier].number);

export function subnetCidr(network: Cidr, tier: Tier, zone: Zone): Cidr {
  const block = tierCidr(network, tier);
  return partOf(block, block.prefix + ZONE_BITS, ZONES.indexOf(zone));
}

/** IPv6 has 256 subnets of /64 in the /56 that AWS gives a network: 32 tiers of 8 zones. */
const IPV6_TIERS: Readonly<Record<Tier, number>> = { private: 0, isolated: 1, public: 2 };

/** Of a network's /56, by the numbers that `cidrsubnet` takes: the /61 of a tier. */
export const ipv6TierSlot = (tier: Tier) => ({ newBits: 5, number: IPV6_TIERS[tier] });

/** As {@link ipv6TierSlot}: the /64 of a subnet. */
export const ipv6SubnetSlot = (tier: Tier, zone: Zone) => ({
  newBits: 8,
  number: IPV6_TIERS[tier] * ZONES.length + ZONES.indexOf(zone),
});
