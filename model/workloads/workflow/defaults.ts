import { settleFunction, settleProcessor, settleQueue } from "../../defaults";
import { seconds } from "../../duration";
import type { EnvironmentDeclaration } from "../../environment";
import { settleSchedules } from "../../schedules/settled";
import { settleRequestFunction } from "../request_defaults";
import type { StateDeclaration, WorkflowDeclaration } from "./declaration";
import { sagaStates, stepRetry } from "./saga";
import type { State, Workflow } from "./settled";
import { longestSeconds } from "./times";

/** What a workflow that starts and hands over its events is to its queue: Step Functions answers in milliseconds. */
const STARTER = { timeoutSeconds: 30, reservedConcurrency: 10, memoryMiB: 256 } as const;

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-standard-vs-express.html */
const DEFAULT_TIMEOUT = { standard: 3_600, express: 300 } as const;

/** The defaults of a workflow, settled once. */
export function settleWorkflow(
  workload: WorkflowDeclaration,
  environment: EnvironmentDeclaration,
): Workflow {
  const { kind, code, type = "standard" } = workload;
  const settled = settleStepFunction(workload, environment);
  const { start, states } = settleStates(workload);
  const longest = longestSeconds(states, settled.timeoutSeconds);
  const derived = workload.saga ? longest : DEFAULT_TIMEOUT[type];
  return {
    ...{ kind, code, type, start, states },
    timeoutSeconds: workload.timeout === undefined ? derived : seconds(workload.timeout),
    logs: {
      level: workload.logs?.level ?? "all",
      executionData: workload.logs?.executionData ?? environment.stage !== "production",
    },
    queue: settleQueue(started(workload), environment),
    schedules: settleSchedules(workload.schedules),
    function: settled,
    starter: settleStarter(workload, environment),
  };
}

export function settleStepFunction(
  workload: Pick<WorkflowDeclaration, "function">,
  environment: EnvironmentDeclaration,
): Workflow["function"] {
  const { memoryMiB, timeoutSeconds, reservedConcurrency, architecture, logRetentionDays } =
    settleRequestFunction({ function: workload.function ?? {} }, environment);
  return { memoryMiB, timeoutSeconds, reservedConcurrency, architecture, logRetentionDays };
}

/** The queue and its starter, as an event-driven service's queue and processor are declared. */
export const started = ({ code, queue }: WorkflowDeclaration) => ({
  ...{ kind: "eventDriven" as const, code },
  ...(queue && { queue }),
  processor: {
    timeout: `${STARTER.timeoutSeconds}s` as const,
    reservedConcurrency: STARTER.reservedConcurrency,
  },
});

function settleStarter(
  workload: WorkflowDeclaration,
  environment: EnvironmentDeclaration,
): Workflow["starter"] {
  const { architecture, logRetention } = workload.function ?? {};
  return {
    ...settleProcessor(started(workload), environment),
    ...settleFunction(
      { ...(architecture && { architecture }), ...(logRetention && { logRetention }) },
      environment,
    ),
    memoryMiB: STARTER.memoryMiB,
  };
}

/** The states of a workflow, however it is declared. */
export function settleStates(workload: WorkflowDeclaration): Pick<Workflow, "start" | "states"> {
  const { saga, states = {}, start = "" } = workload;
  if (saga !== undefined) return { start: saga.steps[0]?.name ?? "", states: sagaStates(saga) };
  const settled = Object.entries(states).map(([name, state]) => [name, settleState(name, state)]);
  return { start, states: Object.fromEntries(settled) };
}

function settleState(name: string, state: StateDeclaration): State {
  switch (state.type) {
    case "task":
      return {
        ...{ type: "task", step: name, undoes: undefined },
        ...{ retry: stepRetry(state.attempts), catch: state.catch ?? [], next: state.next },
      };
    case "wait":
      return { type: "wait", seconds: seconds(state.for), next: state.next };
    case "fail":
      return { ...state, cause: state.cause };
    default:
      return state;
  }
}
