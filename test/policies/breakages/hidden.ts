import { shippedBundle } from "../../../policies/gate";
import { fixtures, load, planEditor } from "../fixtures";

/* eslint-disable @typescript-eslint/no-explicit-any */

/** The plan of a good stack in which a block that the author wrote is known only after apply, as a whole. */
export interface HiddenBlock {
  readonly id: string;
  readonly fixture: string;
  readonly address: string;
  readonly block: string;
}

/** For each rule that takes an unknown for set: each block of each resource that it looks into. */
export function hiddenBlocks(): HiddenBlock[] {
  const rules = shippedBundle().manifest.rules.filter(({ unknown }) => unknown === "set");
  return fixtures.flatMap((fixture) =>
    written(fixture).flatMap(({ type, address, expressions }) =>
      rules
        .filter(({ types }) => types.includes(type))
        .flatMap(({ id, reads }) =>
          blocksOf(reads)
            .filter((block) => block in expressions)
            .map((block) => ({ id, fixture, address, block })),
        ),
    ),
  );
}

function written(fixture: string): { type: string; address: string; expressions: object }[] {
  return load(`plans/${fixture}.json`).configuration.root_module.resources.filter(
    ({ mode }: any) => mode !== "data",
  );
}

function blocksOf(reads: readonly (readonly (string | number)[])[]): string[] {
  const inside = reads.filter(([kind, , index]) => kind === "after" && typeof index === "number");
  return [...new Set(inside.map(([, block]) => String(block)))];
}

export function planWithout({ fixture, address, block }: HiddenBlock): any {
  const plan = planEditor(`plans/${fixture}.json`);
  plan.hide(address, block);
  return plan.json;
}
