import { asArray, asObject, asString, canonical, isArray, isObject, own } from "../json";
import { NOWHERE } from "./pseudo/node";
import type { Finding, Json, JsonObject, Origin, Rule } from "../types";

/** What somebody or something changed outside of Terraform, and what the plan does about it. */
export interface Drifted {
  readonly address: string;
  readonly type: string;
  /** It was deleted there, and the plan makes it again. */
  readonly remade: boolean;
  /** Attributes that the plan sets back to what they were. */
  readonly reverted: readonly string[];
  /** Attributes that stay as they are now. */
  readonly kept: readonly string[];
}

/** The drift that a plan found; names of attributes only, never what they hold. */
export function driftOf(drift: readonly Json[], changes: readonly Json[]): Drifted[] {
  if (drift.length === 0) return [];
  const planned = new Map<string, JsonObject>();
  for (const entry of changes.map(asObject)) {
    if (entry["deposed"] === undefined) planned.set(addressOf(entry), asObject(entry["change"]));
  }
  return drift
    .map(asObject)
    .filter((entry) => entry["mode"] !== "data" && planned.has(addressOf(entry)))
    .map((entry) => drifted(entry, planned.get(addressOf(entry)) ?? {}));
}

const addressOf = (entry: JsonObject): string => asString(entry["address"]) ?? "";

function drifted(entry: JsonObject, planned: JsonObject): Drifted {
  const change = asObject(entry["change"]);
  const [before, now] = [asObject(change["before"]), asObject(change["after"])];
  const will = asObject(planned["after"]);
  const isGone = !isObject(change["after"]);
  const changed = isGone ? [] : differing(before, now);
  const isReverted = (name: string) => own(will, name) !== undefined && same(will, before, name);
  return {
    address: addressOf(entry),
    type: asString(entry["type"]) ?? "",
    remade: isGone && asArray(planned["actions"]).includes("create"),
    reverted: changed.filter(isReverted),
    kept: changed.filter((name) => !isReverted(name)),
  };
}

function differing(before: JsonObject, now: JsonObject): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => !same(before, now, name)).sort();
}

/** Nothing, null and an empty value are one: providers write either. */
function same(a: JsonObject, b: JsonObject, name: string): boolean {
  return spelled(own(a, name)) === spelled(own(b, name));
}

function spelled(value: Json | undefined): string {
  if (value === undefined || value === null || value === "") return "null";
  if (isArray(value) && value.length === 0) return "null";
  return isObject(value) && Object.keys(value).length === 0 ? "null" : canonical(value);
}

/** What is worth telling: drift that the plan undoes, and drift for which a rule denies. */
export function driftMessages(drift: Drifted, denied: readonly Rule[]): string[] {
  const { address, remade, reverted, kept } = drift;
  const failing = denied.filter((rule) => kept.some((name) => readsAttribute(rule, name)));
  const ids = [...new Set(failing.map(({ id }) => id))].sort().join(", ");
  const changed = (names: readonly string[]) =>
    `${address} was changed outside of Terraform (${names.join(", ")})`;
  return [
    ...(remade ? [`${address} was deleted outside of Terraform; this plan creates it again`] : []),
    ...(reverted.length > 0 ? [`${changed(reverted)}; this plan reverts it`] : []),
    ...(ids === "" ? [] : [`${changed(kept)}, and ${ids} denies what is there now`]),
  ];
}

function readsAttribute(rule: Rule, name: string): boolean {
  return rule.reads.some((path) => path[0] === "after" && path[1] === name);
}

/** It advises: whether what was changed by hand was right, the gate cannot tell. */
export function driftFinding(drift: Drifted, message: string, origin: Origin = NOWHERE): Finding {
  return {
    ...{ id: "DRIFT", aliases: [], severity: "low", level: "advisory", verdict: "deny" },
    ...{ address: drift.address, type: drift.type, ...origin, message },
    fix: "Find out who changed it and why; write it into the declaration to keep it, or apply to undo it.",
    exemption: null,
  };
}
