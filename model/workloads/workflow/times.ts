import type { State, Task } from "./settled";

/** Lambda's own faults: a try after 2, 4, 8 … seconds, a minute apart at most. */
export const LAMBDA_RETRY = { attempts: 7, intervalSeconds: 2, maxDelaySeconds: 60 } as const;

/** Beyond the function's own timeout, so that it is Lambda that says first what took too long. */
export const taskTimeoutSeconds = (functionTimeoutSeconds: number): number =>
  functionTimeoutSeconds + 5;

/** What tries take at most, with the pauses between them, in seconds. */
function longest(
  retry: Pick<Task["retry"], "attempts" | "intervalSeconds" | "maxDelaySeconds">,
  each: number,
): number {
  const pauses = Array.from({ length: retry.attempts - 1 }, (_, at) =>
    Math.min(retry.intervalSeconds * 2 ** at, retry.maxDelaySeconds),
  );
  return pauses.reduce((total, pause) => total + pause, retry.attempts * each);
}

/** What all states take at most, each gone through once: failures of Lambda and those of the code are tried again apart. */
export function longestSeconds(
  states: Readonly<Record<string, State>>,
  functionTimeoutSeconds: number,
): number {
  const each = taskTimeoutSeconds(functionTimeoutSeconds);
  return Object.values(states).reduce((total, state) => {
    if (state.type === "wait") return total + state.seconds;
    if (state.type !== "task") return total;
    return total + longest(state.retry, each) + longest(LAMBDA_RETRY, each);
  }, 0);
}
