import { CannotJudge } from "../errors";
import { DAY } from "../exemptions/exemptions";
import type { State } from "./freeze";
import { asArray, asObject, asString, entries, isArray, isObject, own } from "../json";
import { decode } from "../text/scan";
import type { Json, JsonObject } from "../types";

/** `plinth.budget/v1`, what `plinth budget` writes. */
export interface Budget {
  readonly asOf: Date;
  readonly services: ReadonlyMap<string, ServiceBudget>;
}

export interface ServiceBudget {
  readonly state: "ok" | "caution" | "frozen";
  readonly slos: readonly Slo[];
}

export interface Slo {
  readonly id: string;
  /** The part of the budget that is left: 1 is whole, 0 spent, less overspent; null: no data. */
  readonly remaining: number | null;
  /** How many times faster than on track it burns; null: no data. */
  readonly burn: number | null;
  readonly window: string;
}

/** Older is not known. */
const MAX_AGE = DAY;
/** Clocks differ by less. */
const SKEW = 60_000;
const STATED = ["ok", "caution", "frozen"];

/** @throws CannotJudge naming every field that is missing or malformed */
export function readBudget(bytes: Uint8Array, name = "--budget"): Budget {
  const file = parse(bytes, name);
  if (!isObject(file) || file["schema"] !== "plinth.budget/v1") {
    throw new CannotJudge(name, 'is not a file of schema "plinth.budget/v1"');
  }
  const problems: string[] = [];
  const asOf = new Date(asString(file["asOf"]) ?? "");
  if (Number.isNaN(asOf.getTime())) problems.push("asOf: expected a time (ISO 8601)");
  if (!isObject(file["services"])) problems.push("services: expected an object by service");
  const services = entries(asObject(file["services"])).map(
    ([service, value]) => [service, serviceOf(service, asObject(value), problems)] as const,
  );
  if (problems.length > 0) throw new CannotJudge(name, problems.join("; "));
  return { asOf, services: new Map(services) };
}

function parse(bytes: Uint8Array, name: string): Json {
  try {
    return decode(bytes, [0, bytes.length]) as Json;
  } catch {
    throw new CannotJudge(name, "is not JSON");
  }
}

function serviceOf(name: string, value: JsonObject, problems: string[]): ServiceBudget {
  const at = `services[${JSON.stringify(name)}]`;
  const state = asString(own(value, "state")) ?? "";
  if (!STATED.includes(state)) problems.push(`${at}.state: expected one of ${STATED.join(", ")}`);
  if (!isArray(value["slos"])) problems.push(`${at}.slos: expected a list`);
  const slos = asArray(value["slos"]).map((slo, i) =>
    sloOf(asObject(slo), `${at}.slos[${i}]`, problems),
  );
  return { state: state as ServiceBudget["state"], slos };
}

function sloOf(slo: JsonObject, at: string, problems: string[]): Slo {
  const text = (field: "id" | "window"): string => {
    const value = asString(slo[field]) ?? "";
    if (value === "") problems.push(`${at}.${field}: expected a text`);
    return value;
  };
  const number = (field: "remaining" | "burn"): number | null => {
    const value = slo[field];
    if (typeof value === "number" || value === null) return value;
    problems.push(`${at}.${field}: expected a number, or null`);
    return null;
  };
  const [id, window] = [text("id"), text("window")];
  return { id, window, remaining: number("remaining"), burn: number("burn") };
}

/** The state of a service's budget, and why in a few words. */
export interface Standing {
  readonly state: State;
  readonly why: string;
}

/**
 * What is known of a service's budget now. Where the file cannot be trusted, `frozen` stays: what is not known
 * never allows more than what was known.
 */
export function standingOf(service: string | null, budget: Budget, now: Date): Standing {
  const found = service === null ? undefined : budget.services.get(service);
  if (found === undefined) return { state: "unknown", why: "the budget file does not name it" };
  const doubt = doubtOf(budget, now);
  if (doubt !== undefined && found.state !== "frozen") return { state: "unknown", why: doubt };
  return { state: found.state, why: worst(found.slos) };
}

function doubtOf({ asOf }: Budget, now: Date): string | undefined {
  const age = now.getTime() - asOf.getTime();
  const at = `the budget file of ${asOf.toISOString()}`;
  if (age > MAX_AGE) return `${at} is more than 24 hours old`;
  return age < -SKEW ? `${at} is from the future` : undefined;
}

/** Of the objective that has the least left; no data is the least. */
function worst(slos: readonly Slo[]): string {
  const left = ({ remaining }: Slo) => remaining ?? -Infinity;
  const [slo] = [...slos].sort((a, b) => left(a) - left(b) || (a.id < b.id ? -1 : 1));
  if (slo === undefined) return "it has no objective";
  const { id, remaining, burn, window } = slo;
  if (remaining === null) return `${id}: no data`;
  const rate = burn === null ? "" : `, burn rate ${burn.toFixed(1)}`;
  return `${id}: ${(remaining * 100).toFixed(1)} % of ${window} left${rate}`;
}
