/**
 * Reads JSON strictly, byte for byte, and writes its one canonical spelling: no white space, the keys of
 * each object in the order of their bytes, no escape that is not needed. Two texts of one meaning give the
 * same bytes. Nothing is parsed into objects: a plan of many megabytes passes in milliseconds.
 */
import { BYTES } from "./bytes";
import { Damage, damageAt } from "./damage";
import { MAX_DEPTH, PLAIN, escapeOf, numberEnd, skipSpace, wordEnd } from "./lexis";
import { Members } from "./members";
import type { Slice } from "./scan";
import { spelledEnd } from "./spelled";

const { QUOTE, COLON, COMMA, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST } = BYTES;
const plain = PLAIN;

/** Depth of the members of a `change`, and of a block of the root module. */
const SHALLOWEST = 3;
const DEEPEST = 4;

export class Canonical {
  /** Index of the next byte that is read. */
  at: number;
  private out = new Uint8Array(1 << 17);
  private end = 0;
  private depth = 0;
  /** Of all open objects. */
  private readonly members = new Members();

  constructor(
    private readonly bytes: Uint8Array,
    from = 0,
  ) {
    this.at = from;
  }

  /** What was written since the last call; valid until the next value is read. */
  take(): Uint8Array {
    const written = this.out.subarray(0, this.end);
    this.end = 0;
    return written;
  }

  /** How many bytes wait to be taken. */
  get written(): number {
    return this.end;
  }

  /** Reads one value. @throws Damage */
  value(): void {
    const byte = this.bytes[this.at];
    if (byte === QUOTE) this.string();
    else if (byte === OPEN) this.object();
    else if (byte === OPEN_LIST) this.list();
    else this.scalar();
  }

  /** Reads a list, and calls back after each element with its place in what is read. @throws Damage */
  elements(visit: (slice: Slice) => void): void {
    this.enter(OPEN_LIST);
    if (this.bytes[this.at] !== CLOSE_LIST) {
      do {
        const start = this.at;
        this.value();
        visit([start, this.at]);
      } while (this.another(CLOSE_LIST));
    }
    this.leave(CLOSE_LIST);
  }

  private space(): void {
    if ((this.bytes[this.at] as number) <= 0x20) this.at = skipSpace(this.bytes, this.at);
  }

  private object(): void {
    this.enter(OPEN);
    const first = this.members.count;
    let isSorted = true;
    if (this.bytes[this.at] !== CLOSE) {
      do isSorted = this.member(first) && isSorted;
      while (this.another(CLOSE));
    }
    if (!isSorted && !this.members.sort(first, this.out, this.end)) throw this.damage("twice");
    this.members.count = first;
    this.leave(CLOSE);
  }

  /** @returns whether its key comes after that of the member before */
  private member(first: number): boolean {
    const { members } = this;
    const start = this.end;
    if (this.bytes[this.at] !== QUOTE) throw damageAt(this.bytes, this.at);
    this.string();
    const place = members.add(start, this.end);
    const order = place > first ? members.compare(place - 1, place, this.out) : -1;
    if (order === 0) throw this.damage("twice");
    this.space();
    this.copy(COLON);
    this.space();
    this.memberValue();
    members.close(place, this.end);
    return order < 0;
  }

  /**
   * Much of what lies at these levels (values before and after a change, expressions) is spelled canonically.
   * Only there: a value that fails is read again, and must not be so at every level.
   */
  private memberValue(): void {
    const mayBe = this.depth >= SHALLOWEST && this.depth <= DEEPEST;
    const end = mayBe ? spelledEnd(this.bytes, this.at, MAX_DEPTH - this.depth) : -1;
    if (end < 0) this.value();
    else this.takeOver(end);
  }

  /** Copies what is read up to `end` as it stands. */
  private takeOver(end: number): void {
    const { bytes, at } = this;
    const length = end - at;
    while (this.end + length > this.out.length) this.grow(this.end);
    const { out } = this;
    if (length > 64) out.set(bytes.subarray(at, end), this.end);
    else for (let i = 0; i < length; i++) out[this.end + i] = bytes[at + i] as number;
    this.end += length;
    this.at = end;
  }

  private list(): void {
    this.enter(OPEN_LIST);
    if (this.bytes[this.at] !== CLOSE_LIST) {
      do this.value();
      while (this.another(CLOSE_LIST));
    }
    this.leave(CLOSE_LIST);
  }

  private enter(open: number): void {
    this.copy(open);
    if (++this.depth > MAX_DEPTH) throw this.damage("deep");
    this.space();
  }

  private leave(close: number): void {
    this.depth--;
    this.copy(close);
  }

  private another(close: number): boolean {
    this.space();
    if (this.bytes[this.at] === close) return false;
    this.copy(COMMA);
    this.space();
    return true;
  }

  /** The byte that must stand here. */
  private copy(byte: number): void {
    if (this.bytes[this.at] !== byte) throw damageAt(this.bytes, this.at);
    this.at++;
    this.put(byte);
  }

  private put(byte: number): void {
    if (this.end >= this.out.length) this.grow(this.end);
    this.out[this.end++] = byte;
  }

  /** Writing past the end of a typed array does nothing: then it is done again with more room. */
  private string(): void {
    const from = this.at;
    const start = this.end;
    this.copyString(from, start);
    while (this.end > this.out.length) {
      this.grow(start);
      this.copyString(from, start);
    }
  }

  private copyString(from: number, start: number): void {
    const { bytes, out } = this;
    let at = from + 1;
    let end = start;
    out[end++] = QUOTE;
    for (;;) {
      const byte = bytes[at] as number;
      if (plain[byte] === 1) {
        out[end++] = byte;
        at++;
      } else if (byte === QUOTE) break;
      else {
        const { length, text } = escapeOf(bytes, at);
        at += length;
        for (let i = 0; i < text.length; i++) out[end++] = text[i] as number;
      }
    }
    out[end++] = QUOTE;
    this.at = at + 1;
    this.end = end;
  }

  private scalar(): void {
    const start = this.at;
    const stop = wordEnd(this.bytes, start) ?? numberEnd(this.bytes, start);
    while (this.at < stop) this.put(this.bytes[this.at++] as number);
  }

  private damage(kind: Damage["kind"]): Damage {
    return new Damage(kind, this.at);
  }

  /** @param kept how much of what was written is still needed */
  private grow(kept: number): void {
    const more = new Uint8Array(this.out.length * 2);
    more.set(this.out.subarray(0, kept));
    this.out = more;
  }
}

/** The canonical spelling of a text of JSON. @throws Damage */
export function canonicalOf(bytes: Uint8Array): Uint8Array {
  const canonical = new Canonical(bytes, skipSpace(bytes, 0));
  canonical.value();
  return canonical.take();
}
