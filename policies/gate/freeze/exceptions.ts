import { CannotJudge } from "../errors";
import { DAY, endOf } from "../exemptions/exemptions";
import { asArray, asObject, asString, isArray, own } from "../json";
import { decode } from "../text/scan";
import type { Json, JsonObject } from "../types";

/** A fix that may go out while a budget is spent, on the record. Part of `plinth.exemptions/v1`. */
export interface FreezeException {
  readonly intent: "security" | "p0";
  /** Whose change goes out: a service's, or everything of a stack. */
  readonly of: { readonly service: string } | { readonly stack: string };
  /** Who asks for it. */
  readonly owner: string;
  /** Who allows it: somebody else. */
  readonly approver: string;
  readonly reason: string;
  readonly ticket: string;
  /** First day it applies, `YYYY-MM-DD` (UTC). */
  readonly granted: string;
  /** Last day it applies. */
  readonly expires: string;
}

/** A fix that takes longer to ship is a release. */
export const LONGEST_EXCEPTION_DAYS = 7;

const TEXTS = ["owner", "approver", "reason", "ticket"] as const;
const DAYS = ["granted", "expires"] as const;

/** @throws CannotJudge naming every field that is missing or malformed */
export function readFreezeExceptions(bytes: Uint8Array, name = "--exemptions"): FreezeException[] {
  const list = own(asObject(decode(bytes, [0, bytes.length]) as Json), "freezeExceptions");
  const problems: string[] = [];
  if (list !== undefined && !isArray(list)) problems.push("freezeExceptions: expected a list");
  const read = asArray(list).map((entry, i) =>
    exceptionOf(asObject(entry), `freezeExceptions[${i}]`, problems),
  );
  if (problems.length > 0) throw new CannotJudge(name, problems.join("; "));
  return read;
}

function exceptionOf(entry: JsonObject, at: string, problems: string[]): FreezeException {
  const text = (field: string): string => asString(own(entry, field)) ?? "";
  for (const field of TEXTS) {
    if (text(field).trim() === "") problems.push(`${at}.${field}: expected a text`);
  }
  for (const field of DAYS) {
    if (Number.isNaN(endOf(text(field))))
      problems.push(`${at}.${field}: expected a day (YYYY-MM-DD)`);
  }
  const intent = text("intent");
  if (intent !== "security" && intent !== "p0")
    problems.push(`${at}.intent: expected security or p0`);
  if ((text("service") === "") === (text("stack") === ""))
    problems.push(`${at}: expected one of service and stack`);
  if (isSamePerson(text("owner"), text("approver")))
    problems.push(`${at}.approver: expected somebody else than the owner`);
  return {
    intent: intent as FreezeException["intent"],
    of: text("service") === "" ? { stack: text("stack") } : { service: text("service") },
    owner: text("owner"),
    approver: text("approver"),
    reason: text("reason"),
    ticket: text("ticket"),
    granted: text("granted"),
    expires: text("expires"),
  };
}

const isSamePerson = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();

/** Why it does not hold now; undefined when it does. */
export function untimely({ granted, expires }: FreezeException, now: Date): string | undefined {
  const [from, until] = [endOf(granted) - DAY, endOf(expires)];
  if (until - DAY - from > LONGEST_EXCEPTION_DAYS * DAY)
    return `it runs from ${granted} until ${expires}, more than ${LONGEST_EXCEPTION_DAYS} days`;
  if (now.getTime() < from) return `it is granted from ${granted}`;
  return until <= now.getTime() ? `it expired on ${expires}` : undefined;
}

/** Whether it is of what a plan does to a service. */
export function isOf(
  { of }: FreezeException,
  place: { readonly service: string | null; readonly stack: string | null },
): boolean {
  return "service" in of ? of.service === place.service : of.stack === place.stack;
}
