import type { Bundle } from "./bundle";
import { driftOf } from "./input/drift";
import type { Drifted } from "./input/drift";
import { slimBlock } from "./input/entry";
import type { ReadPlan, ReadSynth } from "./input/input";
import { planNodes } from "./input/plan";
import { changesOf, stackChange } from "./input/pseudo/changes";
import type { StackChange } from "./input/pseudo/changes";
import { planPseudos } from "./input/pseudo/plan";
import { relate } from "./input/relations";
import type { Node } from "./input/relations";
import { synthNodes } from "./input/synth";
import type { Manifest, Subject } from "./types";

/** One file: its resources, linked to each other, and what they do together. */
export interface Opened {
  readonly subjects: readonly Subject[];
  readonly drift: readonly Drifted[];
  readonly change?: StackChange;
}

export function openedFile(
  file: ReadPlan | ReadSynth,
  index: number,
  { manifest }: Bundle,
): Opened {
  const { stack } = file;
  if (file.stage === "synth") {
    return { subjects: related(synthNodes(file.config, stack, index), manifest), drift: [] };
  }
  const plan = {
    ...file,
    changes: file.changes(manifest),
    configuration: file.configuration((block) => slimBlock(block, manifest)),
  };
  const changes = changesOf(plan.changes);
  const nodes = [
    ...planNodes(plan, stack, index, manifest),
    ...planPseudos({ ...plan, changes }, { stack, file: index }),
  ];
  return {
    subjects: related(nodes, manifest),
    drift: driftOf(plan.drift, plan.changes),
    change: stackChange(stack, changes),
  };
}

function related(nodes: readonly Node[], manifest: Manifest): Subject[] {
  relate(nodes, manifest);
  return nodes.map((node) => node.subject);
}
