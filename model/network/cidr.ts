/** A range of IPv4 addresses: the first one as a number of 32 bits, and how many bits all share. */
export interface Cidr {
  readonly first: number;
  readonly prefix: number;
}

const SHAPE = /^(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})\/(\d{1,2})$/;

/** @returns undefined for what is no range, or one that does not begin where its prefix says */
export function tryParseCidr(text: unknown): Cidr | undefined {
  const [, address, bits] = SHAPE.exec(String(text)) ?? [];
  const prefix = Number(bits);
  if (address === undefined || prefix > 32) return undefined;
  const number = address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const cidr = { first: number - (number % sizeOf(prefix)), prefix };
  // Bits behind the prefix, a byte over 255 and zeros in front are not written as they are read.
  return formatCidr(cidr) === text ? cidr : undefined;
}

/** @throws on what {@link tryParseCidr} does not take */
export function parseCidr(text: string): Cidr {
  const cidr = tryParseCidr(text);
  if (cidr === undefined) throw new Error(`expected a range such as 10.0.0.0/16, got "${text}"`);
  return cidr;
}

export function formatCidr({ first, prefix }: Cidr): string {
  const bytes = [24, 16, 8, 0].map((bits) => Math.floor(first / 2 ** bits) % 256);
  return `${bytes.join(".")}/${prefix}`;
}

/** How many addresses a range has. */
export const sizeOf = (prefix: number): number => 2 ** (32 - prefix);

/** The part with a number, of the parts that have this prefix; parts are counted from the first address. */
export function partOf(whole: Cidr, prefix: number, number: number): Cidr {
  const parts = 2 ** (prefix - whole.prefix);
  if (number < parts) return { first: whole.first + number * sizeOf(prefix), prefix };
  throw new Error(
    `expected one of the ${parts} parts of ${formatCidr(whole)} with /${prefix}, got number ${number}`,
  );
}

export const contains = (whole: Cidr, part: Cidr): boolean =>
  whole.prefix <= part.prefix &&
  part.first >= whole.first &&
  part.first < whole.first + sizeOf(whole.prefix);

/** Ranges that are made by prefixes share nothing, or one holds the other. */
export const overlap = (a: Cidr, b: Cidr): boolean => contains(a, b) || contains(b, a);
