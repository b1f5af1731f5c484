import type { Origins } from "./concerns";
import { changeOf, drifted } from "./effects";
import type { Change } from "./effects";
import type { ReadPlan, ReadSynth } from "../input/input";
import { asObject } from "../json";
import { withoutIndexes } from "../input/plan";
import type { Planned } from "./judged";
import { isPlanOf } from "./twins";
import type { Subject } from "../types";

/**
 * What the freeze asks of a plan.
 *
 * @param synth the synthesized stack that it is joined with
 * @param subjects of that stack
 */
export function plannedOf(
  plan: ReadPlan,
  synth: ReadSynth | undefined,
  subjects: readonly Subject[],
): Planned {
  const changes = [...changesOf(plan), ...deferredOf(plan)];
  const effective = changes.filter(({ effect }) => effect !== "none");
  return {
    stack: plan.stack,
    changes,
    origins: originsOf(subjects),
    evidence: {
      stack: plan.stack,
      synth: synth?.fingerprint,
      isOfSynth: () =>
        synth !== undefined && isPlanOf(asObject(plan.member("configuration")), synth.config),
      changes: effective.map(({ address }) => address),
      drifted: drifted(plan.each("resource_drift")),
    },
  };
}

function originsOf(subjects: readonly Subject[]): Origins {
  return new Map(subjects.map(({ address, origin }) => [withoutIndexes(address), origin]));
}

function changesOf(plan: ReadPlan): Change[] {
  const found: Change[] = [];
  for (const entry of plan.each("resource_changes")) {
    const change = changeOf(asObject(entry));
    if (change !== undefined) found.push(change);
  }
  return found;
}

/** What a plan leaves for a later one. Where it does not even say what, nobody knows: the worst. */
function deferredOf(plan: ReadPlan): Change[] {
  if (plan.complete) return [];
  const entries = [...plan.each("deferred_changes")].map(asObject);
  const found = entries.map((entry) => changeOf(asObject(entry["resource_change"])));
  const changes = found.filter((change) => change !== undefined);
  if (changes.length > 0 || entries.length > 0) return changes;
  return [
    {
      address: "what is deferred",
      type: "deferred",
      effect: "destructive",
      isNew: false,
      tagged: [],
    },
  ];
}
