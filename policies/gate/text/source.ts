import { isAscii } from "node:buffer";
import { BYTES } from "./bytes";
import { Names } from "./names";
import { eachElement, eachMember } from "./scan";
import type { Slice } from "./scan";
import type { Json } from "../types";

const { OPEN, OPEN_LIST } = BYTES;

/** A file of good JSON, parsed piece by piece as it is looked at. */
export class Source {
  private readonly buffer: Buffer;
  private readonly encoding: "latin1" | "utf8";
  private readonly names = new Names();

  constructor(readonly bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // What is ASCII is copied, the rest decoded.
    this.encoding = isAscii(this.buffer) ? "latin1" : "utf8";
  }

  parse([start, end]: Slice): Json {
    return JSON.parse(this.buffer.toString(this.encoding, start, end)) as Json;
  }

  isObject([start]: Slice): boolean {
    return this.bytes[start] === OPEN;
  }

  isList([start]: Slice): boolean {
    return this.bytes[start] === OPEN_LIST;
  }

  /** The members of an object; none of anything else. */
  each(slice: Slice, visit: (name: string, value: Slice) => void): void {
    if (!this.isObject(slice)) return;
    eachMember(this.bytes, slice[0], (key, keyEnd, start, end) => {
      visit(this.names.at(this.bytes, key, keyEnd), [start, end]);
    });
  }

  /** The elements of a list; none of anything else. */
  elements(slice: Slice): Slice[] {
    const found: Slice[] = [];
    if (!this.isList(slice)) return found;
    eachElement(this.bytes, slice[0], (start, end) => found.push([start, end]));
    return found;
  }
}
