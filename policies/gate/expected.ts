import { CannotJudge } from "./errors";
import type { ReadPlan, ReadSynth } from "./input/input";
import type { JudgeOptions } from "./judge";

const IS = { plan: "plan", synth: "synthesized stack" };
const TAKES = {
  plan: "plans (`terraform show -json PLANFILE`)",
  synth: "synthesized stacks (cdk.tf.json)",
};

/** @throws CannotJudge when a file is of another kind, or of another environment, than was asked for */
export function asExpected<F extends ReadPlan | ReadSynth>(
  file: F,
  { stage = "auto", env }: Pick<JudgeOptions, "stage" | "env">,
): F {
  const { name, stack } = file;
  if (stage !== "auto" && file.stage !== stage)
    throw new CannotJudge(name, `is a ${IS[file.stage]}; --stage ${stage} takes ${TAKES[stage]}`);
  if (env !== undefined && stack !== null && environmentOf(stack) !== env)
    throw new CannotJudge(name, `is of stack ${stack}, not of environment ${env}`);
  return file;
}

/** `dev-gcp-c01` is of `dev-gcp`, not of `dev`: a stack's own part has no dash. */
export function environmentOf(stack: string): string {
  return stack.slice(0, Math.max(stack.lastIndexOf("-"), 0));
}
