import type { SagaDeclaration, SagaStepDeclaration } from "./declaration";
import type { Retry, State, Task } from "./settled";

/** What the code throws to say that a step cannot be done and that nothing of it was: no fault, and never tried again. */
export const REFUSED = "Refused";

/** Names of the states in which a saga ends; no step is called so, for the capital. */
export const ENDS = {
  done: "Done",
  choose: "Why",
  refused: "Refused",
  undone: "Compensated",
} as const;

/** Two seconds, doubled for each try. @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const STEP = { intervalSeconds: 2, maxDelaySeconds: 60 } as const;
const COMPENSATION = { intervalSeconds: 2, maxDelaySeconds: 300 } as const;

const DEFAULT_ATTEMPTS = { step: 3, compensation: 10 } as const;

export const stepRetry = (attempts: number = DEFAULT_ATTEMPTS.step): Retry => ({
  ...STEP,
  attempts,
});

/**
 * Steps in order; behind them what undoes them, the last first. Of a step that was refused nothing was done, and what came before it is
 * undone. Of one that failed otherwise nobody knows, for its answer may have been lost: it is undone too.
 */
export function sagaStates(saga: SagaDeclaration): Record<string, State> {
  const { steps } = saga;
  return {
    ...Object.fromEntries(steps.map((step, at) => [step.name, stepOf(step, at, steps)])),
    [ENDS.done]: { type: "succeed" },
    ...Object.fromEntries(steps.flatMap((step, at) => compensation(step, at, saga)).reverse()),
    ...ends,
  };
}

/** A refusal is an answer; every other failure is a fault, and its execution one that failed. */
const ends: Readonly<Record<string, State>> = {
  [ENDS.choose]: {
    type: "choice",
    choices: [{ variable: "$.failure.Error", equals: REFUSED, next: ENDS.refused }],
    otherwise: ENDS.undone,
  },
  [ENDS.refused]: { type: "succeed" },
  [ENDS.undone]: {
    type: "fail",
    error: ENDS.undone,
    cause: "A step failed, and what was done was undone.",
  },
};

function stepOf(
  { name, attempts }: SagaStepDeclaration,
  at: number,
  steps: readonly SagaStepDeclaration[],
): Task {
  return {
    ...{ type: "task", step: name, undoes: undefined, retry: stepRetry(attempts) },
    catch: [
      { errors: [REFUSED], next: undoing(steps.slice(0, at)) },
      { errors: ["States.ALL"], next: undoing(steps.slice(0, at + 1)) },
    ],
    next: steps[at + 1]?.name ?? ENDS.done,
  };
}

/** Without a catch: the execution fails where the compensation did, and is redriven from there. */
function compensation(
  { name, compensate }: SagaStepDeclaration,
  at: number,
  { steps, compensationAttempts = DEFAULT_ATTEMPTS.compensation }: SagaDeclaration,
): [string, State][] {
  if (compensate === undefined) return [];
  const task: Task = {
    ...{ type: "task", step: compensate, undoes: name, catch: [] },
    retry: { ...COMPENSATION, attempts: compensationAttempts },
    next: undoing(steps.slice(0, at)),
  };
  return [[compensate, task]];
}

/** The compensation of the last of these steps that has one. */
const undoing = (done: readonly SagaStepDeclaration[]): string =>
  done.findLast(({ compensate }) => compensate !== undefined)?.compensate ?? ENDS.choose;
