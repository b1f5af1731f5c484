import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inPool } from "../../pool";
import type { Program } from "../../program";
import { whyEquivalent } from "./equivalents";
import { mutantsOf, type Mutant } from "./mutations";
import type { Proof } from "./proof";
import { Witness, type Fate } from "./witness";

export interface Judged extends Omit<Mutant, "index" | "wrong"> {
  readonly environment: string;
  readonly proof: string;
  readonly fate: Fate;
  /** Why it changes nothing, where that is so. */
  readonly because?: string;
}

export interface Options {
  readonly promtool: Program;
  /** Only one mistake in so many, a sample; @default 1: all */
  readonly every?: number;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Puts every mistake into every group, one at a time, and asks the group's tests. */
export async function mutateRules(
  proofs: readonly Proof[],
  { promtool, every = 1, onProgress }: Options,
): Promise<Judged[]> {
  const scratch = mkdtempSync(join(tmpdir(), "plinth-rules-"));
  try {
    const open = proofs
      .map((proof) => new Witness(promtool, proof))
      .flatMap((witness) => mutantsOf(witness.proof.group).map((mutant) => ({ witness, mutant })))
      .filter((_, at) => at % every === 0);
    let done = 0;
    const judged = await inPool([...open.entries()], async ([i, { witness, mutant }]) => {
      const fate = await witness.fateOf(mutant, join(scratch, `mutant-${i}`));
      onProgress?.((done += 1), open.length);
      return { ...described(witness, mutant), fate };
    });
    return judged.filter(({ fate }) => fate !== "invalid");
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function described({ proof }: Witness, mutant: Mutant): Omit<Judged, "fate"> {
  const { kind, rule, from, to, place } = mutant;
  const because = whyEquivalent(proof, mutant);
  return {
    ...{ environment: proof.environment, proof: proof.name, kind, rule, from, to, place },
    ...(because === undefined ? {} : { because }),
  };
}
