/**
 * Finds the members of the outermost JSON object without parsing them: most of a plan
 * (`planned_values`, `prior_state`) is never read, and parsing it would cost more than judging.
 */

/** Byte range of a value: [start, end). */
export type Slice = readonly [number, number];

/** Deeper than any plan; keeps recursion over parsed values far from the end of the stack. */
const MAX_DEPTH = 500;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

/** The text is odd: the caller parses it whole, which either works or says what is wrong. */
export class OddJson extends Error {}

/**
 * Where the values of the outermost object lie; the last of two equal keys wins, as in `JSON.parse`.
 *
 * @throws OddJson when the bytes are not one object, end too early or nest too deep
 */
export function scanObject(bytes: Uint8Array): Map<string, Slice> {
  const members = new Map<string, Slice>();
  let at = space(bytes, 0);
  expect(bytes, at, OPEN);
  at = space(bytes, at + 1);
  if (bytes[at] === CLOSE) return finish(bytes, at + 1, members);
  for (;;) {
    expect(bytes, at, QUOTE);
    const keyEnd = stringEnd(bytes, at);
    const key = decode(bytes, [at, keyEnd]) as string;
    at = space(bytes, keyEnd);
    expect(bytes, at, COLON);
    const start = space(bytes, at + 1);
    const end = valueEnd(bytes, start);
    members.set(key, [start, end]);
    at = space(bytes, end);
    if (bytes[at] === CLOSE) return finish(bytes, at + 1, members);
    expect(bytes, at, COMMA);
    at = space(bytes, at + 1);
  }
}

/** Parses one slice. @throws SyntaxError when it is not JSON, TypeError when it is not UTF-8 */
export function decode(bytes: Uint8Array, [start, end]: Slice): unknown {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end));
  return JSON.parse(text) as unknown;
}

function finish(bytes: Uint8Array, at: number, members: Map<string, Slice>): Map<string, Slice> {
  if (space(bytes, at) !== bytes.length) throw new OddJson("text after the end");
  return members;
}

function expect(bytes: Uint8Array, at: number, byte: number): void {
  if (bytes[at] !== byte) throw new OddJson(`unexpected byte at ${at}`);
}

function space(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}

/** Index after the closing quote of the string that starts at `from`. */
function stringEnd(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === QUOTE) return at + 1;
  }
  throw new OddJson("ends inside a string");
}

function valueEnd(bytes: Uint8Array, from: number): number {
  const first = bytes[from];
  if (first === QUOTE) return stringEnd(bytes, from);
  if (first === OPEN || first === OPEN_LIST) return nestedEnd(bytes, from);
  let at = from;
  while (at < bytes.length && !isDelimiter(bytes[at])) at++;
  if (at === from) throw new OddJson(`no value at ${from}`);
  return at;
}

function isDelimiter(byte: number | undefined): boolean {
  return byte === COMMA || byte === CLOSE || (byte !== undefined && byte <= 0x20);
}

function nestedEnd(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = stringEnd(bytes, at) - 1;
    else if (byte === OPEN || byte === OPEN_LIST) {
      if (++depth > MAX_DEPTH) throw new OddJson("nests too deep");
    } else if ((byte === CLOSE || byte === CLOSE_LIST) && --depth === 0) return at + 1;
  }
  throw new OddJson("ends inside a value");
}
