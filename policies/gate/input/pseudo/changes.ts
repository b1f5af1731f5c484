import { asArray, asObject, asString, isObject } from "../../json";
import type { Json, JsonObject, Subject } from "../../types";
import { pseudoNode } from "./node";
import type { Pseudo } from "./node";

/** What a plan does to one object. */
export type Effect = "none" | "create" | "update" | "delete" | "replace" | "forget" | "strange";

/** One managed object of a plan. */
export interface Change {
  readonly type: string;
  readonly effect: Effect;
  /** It is there before the plan is applied. */
  readonly exists: boolean;
  readonly imported: boolean;
  readonly moved: boolean;
}

const KNOWN = new Set(["no-op", "create", "read", "update", "delete", "forget"]);

/** An action that this gate has not met may do anything; `forget` beside `create` loses sight of an object. */
export function effectOf(actions: readonly Json[]): Effect {
  const has = (name: string) => actions.includes(name);
  if (actions.length === 0 || actions.some((name) => !KNOWN.has(String(name)))) return "strange";
  if (has("delete")) return has("create") ? "replace" : "delete";
  if (has("forget")) return "forget";
  if (has("create")) return "create";
  return has("update") ? "update" : "none";
}

/** The managed objects of a plan; a data source is never a change. */
export function changesOf(entries: readonly Json[]): Change[] {
  return entries
    .map(asObject)
    .filter((entry) => entry["mode"] !== "data" && isObject(entry["change"]))
    .map((entry) => {
      const change = asObject(entry["change"]);
      return {
        type: asString(entry["type"]) ?? "",
        effect: effectOf(asArray(change["actions"])),
        exists: isObject(change["before"]),
        imported: isObject(change["importing"]),
        moved: asString(entry["previous_address"]) !== undefined,
      };
    });
}

const LOSSES: ReadonlySet<Effect> = new Set<Effect>(["delete", "replace", "strange"]);
const isLoss = ({ effect }: Change): boolean => LOSSES.has(effect);

/** How much a plan does. Of one that is not complete nobody knows all that is lost. */
export function countsPseudo(changes: readonly Change[], complete: boolean): Pseudo {
  const count = (is: (change: Change) => boolean) => changes.filter(is).length;
  const of = (effect: Effect) => count((change) => change.effect === effect);
  const after = {
    resources: changes.length,
    existing: count(({ exists }) => exists),
    ...{ creates: of("create"), updates: of("update"), deletes: of("delete") },
    ...{ replaces: of("replace"), forgets: of("forget") },
    imports: count(({ imported }) => imported),
    moves: count(({ moved }) => moved),
    losses: byType(changes.filter(isLoss)),
  };
  const unknown: JsonObject = complete ? {} : { losses: true };
  return { type: "terraform_plan", address: "terraform.plan", after, unknown };
}

function byType(changes: readonly Change[]): JsonObject {
  const counts = new Map<string, number>();
  for (const { type } of changes) counts.set(type, (counts.get(type) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** What one plan does to its stack. */
export interface StackChange {
  readonly stack: string | null;
  readonly changes: boolean;
  /** Something is deleted, replaced or forgotten. */
  readonly loses: boolean;
}

export function stackChange(stack: string | null, changes: readonly Change[]): StackChange {
  return {
    stack,
    changes: changes.some(({ effect }) => effect !== "none"),
    loses: changes.some((change) => isLoss(change) || change.effect === "forget"),
  };
}

/** All plans of one run together: which stacks they change, and in which something goes. */
export function changeSubject(plans: readonly StackChange[]): Subject {
  const named = (is: (plan: StackChange) => boolean) =>
    [...new Set(plans.filter(is).map(({ stack }) => stack))]
      .filter((stack) => stack !== null)
      .sort();
  const after = { changed: named(({ changes }) => changes), losing: named(({ loses }) => loses) };
  const pseudo = { type: "terraform_change", address: "terraform.change", after };
  return pseudoNode(pseudo, { stack: null, stage: "plan", file: 0 }).subject;
}
