import type { Bundle } from "./bundle";
import { driftOf } from "./drift";
import type { Drifted } from "./drift";
import { slimBlock } from "./entry";
import type { ReadPlan, ReadSynth } from "./input";
import { planNodes } from "./plan";
import { changesOf, stackChange } from "./pseudo/changes";
import type { StackChange } from "./pseudo/changes";
import { planPseudos } from "./pseudo/plan";
import { relate } from "./relations";
import type { Node } from "./relations";
import { synthNodes } from "./synth";
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
