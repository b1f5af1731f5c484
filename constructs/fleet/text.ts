import { cellNetworkCidr } from "../../model/network/cell_slots";
import { contains, formatCidr, parseCidr, tryParseCidr, type Cidr } from "../../model/network/cidr";
import type { AwsEnvironment } from "../../model/environment";

/** Makes the text of one cell's stack from another's. */
export type Rename = (text: string) => string;

/** A name of a cell as a word of its own: `prod-c02-orders`, not `abc02`. */
const wordOf = (cell: string): RegExp => new RegExp(`(?<![A-Za-z0-9])${cell}(?![A-Za-z0-9])`, "g");

const CIDR = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}(?!\d)/g;

/** The same under another cell's name, at that cell's addresses. */
export function renaming({ network, cells }: AwsEnvironment, from: string, to: string): Rename {
  const word = wordOf(from);
  const named: Rename = (text) => text.replace(word, to);
  if (network === undefined) return named;
  const pool = parseCidr(network.pool);
  const [old, own] = [from, to].map((cell) =>
    cellNetworkCidr(pool, cell, cells?.networkPrefix),
  ) as [Cidr, Cidr];
  return (text) => named(text).replace(CIDR, (range) => moved(range, old, own));
}

function moved(range: string, old: Cidr, own: Cidr): string {
  const cidr = tryParseCidr(range);
  if (cidr === undefined || !contains(old, cidr)) return range;
  return formatCidr({ ...cidr, first: cidr.first - old.first + own.first });
}
