import { createHash } from "node:crypto";
import type { TerraformJson } from "../terraform_json";

/** What may be an address: `aws_sqs_queue.orders_events`, `data.aws_caller_identity.self`. */
const ADDRESS = /(?<![\w.-])(?:data\.)?[a-z][a-z0-9]*_[a-z0-9_]+\.[A-Za-z_][\w-]*/g;

type Block = Readonly<Record<string, unknown>>;

/** The addresses of a stack's resources, sorted. */
export function addressesOf(json: TerraformJson): string[] {
  return [...blocksOf(json.resource, "").keys()].sort();
}

/**
 * A fingerprint of what each resource says, whatever it is called: 16 hexadecimal digits by address. What it refers
 * to counts by its content too, so that a construct with another id has the fingerprints it had.
 */
export function contentOf(json: TerraformJson): ReadonlyMap<string, string> {
  const blocks = new Map([...blocksOf(json.resource, ""), ...blocksOf(json.data, "data.")]);
  const known = new Map<string, string>();

  const fingerprint = (address: string): string => {
    const block = blocks.get(address);
    if (block === undefined) return address;
    const before = known.get(address);
    if (before !== undefined) return before;
    known.set(address, address); // a circle, which Terraform refuses, ends here
    const type = address.slice(0, address.lastIndexOf("."));
    const own = digest([type, canonical(block, fingerprint)]);
    known.set(address, own);
    return own;
  };

  return new Map(addressesOf(json).map((address) => [address, fingerprint(address)]));
}

function blocksOf(section: TerraformJson["resource"], prefix: string): Map<string, Block> {
  return new Map(
    Object.entries(section ?? {}).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, block]) => [`${prefix}${type}.${name}`, block] as const),
    ),
  );
}

/** The same value for the same content: keys sorted, addresses by what they stand for, without where a construct is. */
function canonical(value: unknown, fingerprint: (address: string) => string): unknown {
  if (typeof value === "string") return value.replace(ADDRESS, fingerprint);
  if (Array.isArray(value)) return value.map((one) => canonical(one, fingerprint));
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .filter(([key]) => key !== "//")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, canonical(one, fingerprint)]);
}

const digest = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
