import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SynthesizedStack } from "../constructs/synth";
import type { RenderedFile } from "../model/output";
import type { Environment } from "../model/settle";
import { judge, type Verdict } from "../policies/gate";
import { policyBytes } from "./rules";

/** What is judged together: one environment's stacks under its own settings. */
export interface Synthesized {
  readonly environment: Environment;
  readonly stacks: readonly SynthesizedStack[];
  readonly exemptions: RenderedFile;
}

/** Judges an environment's stacks as they lie on disk, by this repository's rules. */
export async function judgeSynthesized(
  outdir: string,
  { environment, stacks, exemptions }: Synthesized,
): Promise<Verdict> {
  const files = stacks.map(({ directory }) => {
    const name = join(outdir, directory, "cdk.tf.json");
    return { name, bytes: readFileSync(name) };
  });
  const bundle = policyBytes();
  return judge(files, {
    now: new Date(),
    undetermined: environment.undetermined,
    enforcement: environment.enforcement,
    exemptions: Buffer.from(exemptions.text),
    ...(bundle !== undefined && { bundle }),
  });
}
