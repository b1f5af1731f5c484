import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inPool } from "../../pool";
import type { Program } from "../../program";
import { mutantsOf, type Mutant } from "./mutations";
import type { Proof } from "./proof";
import { fateOf, witnessOf, type Fate, type Witness } from "./witness";

export interface Judged extends Omit<Mutant, "group"> {
  readonly environment: string;
  readonly proof: string;
  readonly fate: Fate;
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
    const witnesses = await inPool([...proofs.entries()], ([i, proof]) =>
      witnessOf(promtool, proof, join(scratch, `proof-${i}`)),
    );
    const open = witnesses
      .flatMap((witness) => mutantsOf(witness.proof.group).map((mutant) => ({ witness, mutant })))
      .filter((_, at) => at % every === 0);
    let done = 0;
    const judged = await inPool([...open.entries()], async ([i, one]) => {
      const fate = await judge(promtool, one.witness, one.mutant, join(scratch, `mutant-${i}`));
      onProgress?.((done += 1), open.length);
      return { ...described(one.witness, one.mutant), fate };
    });
    return judged.filter(({ fate }) => fate !== "invalid");
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const judge = (
  promtool: Program,
  witness: Witness,
  { group, rule, kind }: Mutant,
  folder: string,
): Promise<Fate> => fateOf(promtool, witness, group, `${rule} ${kind}`, folder);

const described = (
  { proof: { environment, name } }: Witness,
  { kind, rule, from, to }: Mutant,
): Omit<Judged, "fate"> => ({ environment, proof: name, kind, rule, from, to });
