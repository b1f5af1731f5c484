import { CannotJudge } from "../errors";
import { asArray, asString, isObject } from "../json";
import { decode } from "../text/scan";
import type { Json, JsonObject } from "../types";

/** One rule, at one address of one stack, for a time, by somebody, for a reason. */
export interface Exemption {
  readonly rule: string;
  readonly stack: string;
  readonly address: string;
  readonly owner: string;
  readonly reason: string;
  readonly ticket: string;
  /** Last day it applies, `YYYY-MM-DD` (UTC). */
  readonly expires: string;
  /**
   * First day it applies.
   *
   * @default - it applies already
   */
  readonly granted?: string;
  /**
   * Of the fields that the rule reads: the exemption is void where they differ.
   *
   * @default - it covers whatever the resource becomes, and is reported as not bound
   */
  readonly fingerprint?: string;
}

/** `out/<environment>/gate/exemptions.json`. */
export interface ExemptionsFile {
  readonly schema: "plinth.exemptions/v1";
  readonly exemptions: readonly Exemption[];
}

const FIELDS = ["rule", "stack", "address", "owner", "reason", "ticket", "expires"] as const;
const FINGERPRINT = /^[0-9a-f]{32}$/;

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

/** @throws CannotJudge naming every field that is missing or malformed */
export function readExemptions(bytes: Uint8Array, name = "--exemptions"): Exemption[] {
  const file = parse(bytes, name);
  if (!isObject(file) || file["schema"] !== "plinth.exemptions/v1") {
    throw new CannotJudge(name, 'is not a file of schema "plinth.exemptions/v1"');
  }
  const problems: string[] = [];
  const read = asArray(file["exemptions"]).map((entry, i) => exemption(entry, i, problems));
  if (problems.length > 0) throw new CannotJudge(name, problems.join("; "));
  return read;
}

function parse(bytes: Uint8Array, name: string): Json {
  try {
    return decode(bytes, [0, bytes.length]) as Json;
  } catch {
    throw new CannotJudge(name, "is not JSON");
  }
}

function exemption(entry: Json, index: number, problems: string[]): Exemption {
  const object: JsonObject = isObject(entry) ? entry : {};
  const text = (field: (typeof FIELDS)[number]) => asString(object[field]) ?? "";
  for (const field of FIELDS) {
    if (text(field) === "") problems.push(`exemptions[${index}].${field}: expected a text`);
  }
  const expires = text("expires");
  if (expires !== "" && Number.isNaN(endOf(expires))) {
    problems.push(`exemptions[${index}].expires: expected a day (YYYY-MM-DD), got ${expires}`);
  }
  return {
    rule: text("rule"),
    stack: text("stack"),
    address: text("address"),
    owner: text("owner"),
    reason: text("reason"),
    ticket: text("ticket"),
    expires,
    ...grantedOn(object["granted"], index, problems),
    ...bound(object["fingerprint"], index, problems),
  };
}

function grantedOn(
  given: Json | undefined,
  index: number,
  problems: string[],
): Pick<Exemption, "granted"> {
  if (given === undefined) return {};
  const granted = asString(given) ?? "";
  if (Number.isNaN(endOf(granted)))
    problems.push(`exemptions[${index}].granted: expected a day (YYYY-MM-DD)`);
  return { granted };
}

/** One that is malformed would void the exemption without a word. */
function bound(
  given: Json | undefined,
  index: number,
  problems: string[],
): Pick<Exemption, "fingerprint"> {
  if (given === undefined) return {};
  const fingerprint = asString(given) ?? "";
  if (!FINGERPRINT.test(fingerprint)) {
    const expected = "expected the 32 hexadecimal digits that the gate reports";
    problems.push(`exemptions[${index}].fingerprint: ${expected}`);
  }
  return { fingerprint };
}

/** The first moment after the day; NaN when it is none. */
export function endOf(day: string): number {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const real = !Number.isNaN(start) && new Date(start).toISOString().startsWith(day);
  return real ? start + DAY : Number.NaN;
}
