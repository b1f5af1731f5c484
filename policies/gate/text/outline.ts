import { createHash } from "node:crypto";
import { BYTES } from "./bytes";
import { Canonical } from "./canonical";
import { Damage, damageAt } from "./damage";
import { skipSpace } from "./lexis";
import { checkedEnd, decode, valueStart } from "./scan";
import type { Slice } from "./scan";

const { OPEN, CLOSE, COMMA, OPEN_LIST } = BYTES;

/** Bytes that are hashed at once: many small pieces cost more than their bytes do. */
const CHUNK = 1 << 16;

/** What one strict reading of a whole file found. */
export interface Outline {
  /** Where the value of each member of the outermost object lies. */
  readonly slices: ReadonlyMap<string, Slice>;
  /** sha256 of the canonical spelling of each member that was asked for. */
  readonly digests: ReadonlyMap<string, Buffer>;
  /** Where the elements lie of each member that was asked for and is a list. */
  readonly elements: ReadonlyMap<string, readonly Slice[]>;
}

/**
 * Reads every byte of a file of JSON, without parsing it into objects.
 *
 * @param isHashed names the members that are canonicalised; no key may stand twice in one of their objects
 * @returns undefined when it is JSON, but not an object
 * @throws Damage when it is not JSON
 */
export function outlineOf(
  bytes: Uint8Array,
  isHashed: (name: string) => boolean,
): Outline | undefined {
  const start = skipSpace(bytes, 0);
  const outliner = new Outliner(bytes, isHashed);
  const isObject = bytes[start] === OPEN;
  const end = isObject ? outliner.object(start) : checkedEnd(bytes, start);
  const rest = skipSpace(bytes, end);
  if (rest < bytes.length) throw damageAt(bytes, rest);
  if (!isObject) return undefined;
  // Without what was needed to read it: the outline lives as long as its file.
  const { slices, digests, elements } = outliner;
  return { slices, digests, elements };
}

class Outliner {
  readonly slices = new Map<string, Slice>();
  readonly digests = new Map<string, Buffer>();
  readonly elements = new Map<string, Slice[]>();
  private readonly canonical: Canonical;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly isHashed: (name: string) => boolean,
  ) {
    this.canonical = new Canonical(bytes);
  }

  /** @returns the index after it */
  object(start: number): number {
    const { bytes } = this;
    let at = skipSpace(bytes, start + 1);
    if (bytes[at] === CLOSE) return at + 1;
    for (;;) {
      at = skipSpace(bytes, this.member(at));
      if (bytes[at] === CLOSE) return at + 1;
      if (bytes[at] !== COMMA) throw damageAt(bytes, at);
      at = skipSpace(bytes, at + 1);
    }
  }

  private member(at: number): number {
    const start = valueStart(this.bytes, at);
    const name = String(decode(this.bytes, [at, checkedEnd(this.bytes, at)]));
    if (this.slices.has(name)) throw new Damage("twice", at);
    const end = this.isHashed(name) ? this.hashed(name, start) : checkedEnd(this.bytes, start, 1);
    this.slices.set(name, [start, end]);
    return end;
  }

  private hashed(name: string, start: number): number {
    const { canonical, bytes } = this;
    const hash = createHash("sha256");
    const elements: Slice[] = [];
    canonical.at = start;
    if (bytes[start] === OPEN_LIST) {
      canonical.elements((slice) => {
        elements.push(slice);
        if (canonical.written > CHUNK) hash.update(canonical.take());
      });
      this.elements.set(name, elements);
    } else canonical.value();
    this.digests.set(name, hash.update(canonical.take()).digest());
    return canonical.at;
  }
}
