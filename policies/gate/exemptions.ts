import { CannotJudge } from "./errors";
import { asArray, asString, isObject } from "./json";
import { decode } from "./scan";
import type { Finding, Json, JsonObject } from "./types";

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
}

/** `out/<environment>/gate/exemptions.json`. */
export interface ExemptionsFile {
  readonly schema: "plinth.exemptions/v1";
  readonly exemptions: readonly Exemption[];
}

/** A finding and the stack that it is of, which the finding itself does not say. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly stack: string | null;
}

const FIELDS = ["rule", "stack", "address", "owner", "reason", "ticket", "expires"] as const;
const DAY = 24 * 60 * 60 * 1000;

/** An exemption that nobody has to look at again is a change of the rule. */
const LONGEST_DAYS = 90;

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
  };
}

/** The first moment after the day; NaN when it is none. */
function endOf(day: string): number {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const real = !Number.isNaN(start) && new Date(start).toISOString().startsWith(day);
  return real ? start + DAY : Number.NaN;
}

/**
 * Turns what an exemption covers from `deny` or `undetermined` to `exempt`; a `hard` finding stays.
 *
 * @param now the moment of judgement: an exemption that has expired, or that runs for more than
 *   90 days from now, does not apply and is reported beside what it would have covered
 */
export function exempted(
  findings: readonly PlacedFinding[],
  exemptions: readonly Exemption[],
  now: Date,
): Finding[] {
  const valid = exemptions.filter((one) => problemOf(one, now) === undefined);
  const covered = findings.map((placed) => {
    const one = valid.find((each) => covers(each, placed));
    if (one === undefined) return placed.finding;
    return { ...placed.finding, verdict: "exempt" as const, exemption: one.ticket };
  });
  return [...covered, ...exemptions.flatMap((one) => report(one, now, findings))];
}

function covers(exemption: Exemption, placed: PlacedFinding): boolean {
  const { finding } = placed;
  return exemption.rule === finding.id && isAt(exemption, placed) && finding.level !== "hard";
}

const isAt = (exemption: Exemption, { finding, stack }: PlacedFinding): boolean =>
  exemption.stack === stack && exemption.address === finding.address;

function problemOf(exemption: Exemption, now: Date): string | undefined {
  const end = endOf(exemption.expires);
  if (end <= now.getTime()) return `expired on ${exemption.expires}`;
  if (end - DAY - now.getTime() > LONGEST_DAYS * DAY) {
    return `runs until ${exemption.expires}, more than ${LONGEST_DAYS} days from now`;
  }
  return undefined;
}

/** What an exemption is reported of when nothing is found at its address. */
const NOWHERE = { type: "exemption", construct: null, source: null, path: null } as const;

function report(exemption: Exemption, now: Date, findings: readonly PlacedFinding[]): Finding[] {
  const problem = problemOf(exemption, now);
  if (problem === undefined) return [];
  const about = findings.find((placed) => isAt(exemption, placed))?.finding;
  const { type, construct, source, path } = about ?? NOWHERE;
  return [
    {
      id: "EXEMPTION",
      aliases: [],
      severity: "low",
      level: "advisory",
      verdict: "undetermined",
      address: exemption.address,
      type,
      construct,
      source,
      path,
      message: `the exemption from ${exemption.rule} of ${exemption.owner} (${exemption.ticket}) does not apply: it ${problem}`,
      fix: "Fix the finding, or renew the exemption.",
      exemption: exemption.ticket,
    },
  ];
}
