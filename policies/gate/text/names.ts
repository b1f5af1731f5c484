import { BYTES } from "./bytes";

const PLACES = 1 << 12;
const { BACKSLASH } = BYTES;

/** Texts of keys: the few names that a plan repeats are made once. */
export class Names {
  private readonly known: string[] = Array.from({ length: PLACES }, () => "");

  /** The key between the quotes at `start` and `end`. */
  at(bytes: Uint8Array, start: number, end: number): string {
    const middle = bytes[(start + end) >> 1] as number;
    const mixed = (end - start) * 31 + (bytes[start] as number) * 7 + middle * 131;
    const place = (mixed + (bytes[end - 1] as number) * 1031) & (PLACES - 1);
    const name = this.known[place] as string;
    if (isSame(name, bytes, start, end)) return name;
    const raw = bytes.subarray(start, end);
    if (raw.some(isOdd)) return JSON.parse(`"${new TextDecoder().decode(raw)}"`) as string;
    return (this.known[place] = String.fromCharCode(...raw));
  }
}

function isSame(name: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) {
    if (name.charCodeAt(i) !== bytes[start + i]) return false;
  }
  return true;
}

/** In an escape or beyond ASCII, the bytes are not the letters. */
const isOdd = (byte: number): boolean => byte >= 0x80 || byte === BACKSLASH;
