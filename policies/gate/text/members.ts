import { BYTES } from "./bytes";

const { COMMA } = BYTES;
const LEAST = 1 << 10;

/** Where the members of the open objects lie in a text: a stack of (start, end of the key, end). */
export class Members {
  /** How many there are; to forget the last ones, set it back. */
  count = 0;
  private starts = new Int32Array(LEAST);
  private keyEnds = new Int32Array(LEAST);
  private ends = new Int32Array(LEAST);
  private scratch = new Uint8Array(LEAST);

  /** @returns its place */
  add(start: number, keyEnd: number): number {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.keyEnds[this.count] = keyEnd;
    return this.count++;
  }

  close(place: number, end: number): void {
    this.ends[place] = end;
  }

  /** By the bytes of their keys; 0 when these are the same. */
  compare(left: number, right: number, text: Uint8Array): number {
    const [a, b] = [this.starts[left] as number, this.starts[right] as number];
    const aLength = (this.keyEnds[left] as number) - a;
    const bLength = (this.keyEnds[right] as number) - b;
    const length = aLength < bLength ? aLength : bLength;
    for (let i = 0; i < length; i++) {
      const difference = (text[a + i] as number) - (text[b + i] as number);
      if (difference !== 0) return difference;
    }
    return aLength - bLength;
  }

  /**
   * Puts the members from `first` on, which fill the text up to `end`, in the order of their keys.
   *
   * @returns false when two keys are the same
   */
  sort(first: number, text: Uint8Array, end: number): boolean {
    const order = this.order(first, text);
    if (order === undefined) return false;
    const start = this.starts[first] as number;
    if (this.scratch.length < end - start) this.scratch = new Uint8Array((end - start) * 2);
    const { scratch } = this;
    let at = 0;
    for (const place of order) {
      if (at > 0) scratch[at++] = COMMA;
      at = copy(text, this.starts[place] as number, this.ends[place] as number, scratch, at);
    }
    copy(scratch, 0, at, text, start);
    return true;
  }

  private order(first: number, text: Uint8Array): readonly number[] | undefined {
    const order: number[] = [];
    for (let place = first; place < this.count; place++) order.push(place);
    order.sort((a, b) => this.compare(a, b, text));
    for (let i = 1; i < order.length; i++) {
      if (this.compare(order[i - 1] as number, order[i] as number, text) === 0) return undefined;
    }
    return order;
  }

  private grow(): void {
    const twice = (old: Int32Array) => {
      const more = new Int32Array(old.length * 2);
      more.set(old);
      return more;
    };
    this.starts = twice(this.starts);
    this.keyEnds = twice(this.keyEnds);
    this.ends = twice(this.ends);
  }
}

/** A short range is copied faster by hand. @returns the index after it in `to` */
function copy(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): number {
  if (end - start > 100) to.set(from.subarray(start, end), at);
  else for (let i = start; i < end; i++) to[at + i - start] = from[i] as number;
  return at + end - start;
}
