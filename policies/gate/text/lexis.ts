/** The words of JSON, found in bytes. */
import { BYTES } from "./bytes";
import { Damage, damageAt } from "./damage";

/** Deeper than any plan; keeps recursion over values far from the end of the stack. */
export const MAX_DEPTH = 500;

const { QUOTE, BACKSLASH, LETTER_U } = BYTES;

/** 1 for the bytes that stand for themselves within a string. */
export const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === QUOTE || byte === BACKSLASH ? 0 : 1,
);

export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte === undefined || byte > 0x20) return at;
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at++;
  }
}

const WORDS = [..."tfn"].map((first) => first.charCodeAt(0));
const RESTS = ["rue", "alse", "ull"].map((rest) => new TextEncoder().encode(rest));

/** Index after `true`, `false` or `null`; undefined where none of them begins. */
export function wordEnd(bytes: Uint8Array, from: number): number | undefined {
  const rest = RESTS[WORDS.indexOf(bytes[from] ?? 0)];
  if (rest === undefined) return undefined;
  for (let i = 0; i < rest.length; i++) {
    if (bytes[from + 1 + i] !== rest[i]) throw damageAt(bytes, from + 1 + i);
  }
  return from + 1 + rest.length;
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Index after the number that stands here. */
export function numberEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isOfNumber(bytes[at])) at++;
  const isShort = at > from && at - from < 16;
  if (isShort && isWhole(bytes, from, at)) return at;
  const text = String.fromCharCode(...bytes.subarray(from, Math.min(at, from + 1000)));
  if (!NUMBER.test(text)) throw damageAt(bytes, at);
  if (at - from > 1000 || !Number.isFinite(Number(text))) throw new Damage("huge", from);
  return at;
}

/** Digits, and no zero before others. */
function isWhole(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return bytes[from] !== 0x30 || end - from === 1;
}

/** A digit, or one of `+-.eE`. */
function isOfNumber(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x45 ||
    byte === 0x65
  );
}

/** An escape sequence: how long it is, and how it is written canonically. */
interface Escape {
  readonly length: number;
  readonly text: Uint8Array;
}

const encoder = new TextEncoder();
const escapes = new Map<number, Escape>(
  [...'"\\/bfnrt'].map((letter) => [
    letter.charCodeAt(0),
    { length: 2, text: encoder.encode(letter === "/" ? "/" : `\\${letter}`) },
  ]),
);

/** The escape that starts here, within a string. @throws Damage */
export function escapeOf(bytes: Uint8Array, at: number): Escape {
  if (bytes[at] !== BACKSLASH) throw damageAt(bytes, at);
  const letter = bytes[at + 1] ?? 0;
  const simple = escapes.get(letter);
  if (simple) return simple;
  if (letter !== LETTER_U) throw damageAt(bytes, at + 1);
  const unit = unitAt(bytes, at);
  return (unit & 0xf800) === 0xd800 ? pairAt(bytes, at, unit) : written(6, unit);
}

/** A character beyond 16 bits takes two escapes, the high surrogate first. */
function pairAt(bytes: Uint8Array, at: number, high: number): Escape {
  const isFollowed = bytes[at + 6] === BACKSLASH && bytes[at + 7] === LETTER_U;
  const low = isFollowed ? unitAt(bytes, at + 6) : 0;
  if (high >= 0xdc00 || (low & 0xfc00) !== 0xdc00) throw new Damage("half", at);
  return written(12, high, low);
}

/** The code unit that `\uXXXX` stands for. */
function unitAt(bytes: Uint8Array, at: number): number {
  const digits = String.fromCharCode(...bytes.subarray(at + 1, at + 6));
  if (!/^u[0-9a-fA-F]{4}$/.test(digits)) throw damageAt(bytes, at + 1 + digits.length);
  return Number.parseInt(digits.slice(1), 16);
}

function written(length: number, ...units: number[]): Escape {
  const spelled = JSON.stringify(String.fromCharCode(...units)).slice(1, -1);
  return { length, text: encoder.encode(spelled) };
}
