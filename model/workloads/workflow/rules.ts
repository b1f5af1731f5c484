import type { ServiceDeclaration } from "../../declaration";
import { formatDuration, seconds } from "../../duration";
import type { EnvironmentDeclaration } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { duplicateProblem, show } from "../../problems";
import { schedulesProblems } from "../../schedules/rules";
import { queueProblems } from "../event_rules";
import type { SagaDeclaration, WorkflowDeclaration } from "./declaration";
import { settleStates, settleStepFunction, settleWorkflow, started } from "./defaults";
import { definitionOf, MOST_BYTES } from "./asl";
import { graphProblems } from "./graph";
import { longestSeconds } from "./times";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-standard-vs-express.html */
const EXPRESS_SECONDS = 300;

/** What the fields of a workflow mean to one another and to the cloud; paths start at the service. */
export function workflowProblems(
  workload: WorkflowDeclaration,
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (environment.cloud === "google") return problemIf("workload.kind", unbuilt(environment.name));
  const forms = formProblem(workload);
  if (forms !== undefined) return problemIf("workload", forms);
  const { saga } = workload;
  return [
    ...queueProblems(started(workload), environment),
    ...problemIf("workload.type", typeProblem(workload)),
    ...(saga
      ? [...sagaProblems(saga), ...problemIf("stores", storesProblem(service))]
      : [...graphProblems(settleStates(workload)), ...catchProblems(workload)]),
    ...problemIf("workload.timeout", timeoutProblem(workload, environment)),
    ...problemIf("workload.states", sizeProblem(workload, environment)),
    ...schedulesProblems(
      workload.schedules,
      { service: service.name, ordered: false },
      environment,
    ),
  ];
}

const unbuilt = (environment: string): string =>
  `expected "eventDriven" on Google Cloud (${environment}), where workflows are not built yet (docs/clouds.md); list the service in environments on AWS only, got "workflow"`;

function formProblem({ saga, states, start }: WorkflowDeclaration): string | undefined {
  if (saga === undefined && states !== undefined && start !== undefined) return undefined;
  if (saga !== undefined && states === undefined && start === undefined) return undefined;
  const got = Object.entries({ saga, states, start }).filter(([, value]) => value !== undefined);
  return `expected \`saga\`, or \`states\` and \`start\`, got ${got.map(([name]) => name).join(" and ") || "none"}`;
}

/** What may run twice as a whole, may undo what its double does. */
function typeProblem({ type, saga }: WorkflowDeclaration): string | undefined {
  if (type !== "express" || saga === undefined) return undefined;
  return 'expected "standard" of a saga, whose executions are started once and can be redriven, got "express"';
}

/** Steps and compensations are states of one machine, and each has a name of its own. */
const sagaProblems = ({ steps }: SagaDeclaration): FieldProblem[] =>
  problemIf(
    "workload.saga.steps",
    duplicateProblem(
      steps.flatMap(({ name, compensate }) => (compensate ? [name, compensate] : [name])),
    ),
  );

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html (States.ALL) */
const catchProblems = ({ states = {} }: WorkflowDeclaration): FieldProblem[] =>
  Object.entries(states).flatMap(([name, state]) =>
    (state.type === "task" ? (state.catch ?? []) : []).flatMap(({ errors }, at, all) =>
      problemIf(
        `workload.states.${name}.catch[${at}].errors`,
        !errors.includes("States.ALL") || (errors.length === 1 && at === all.length - 1)
          ? undefined
          : "expected States.ALL alone, in the last one, got it before or beside others",
      ),
    ),
  );

function storesProblem({ stores }: ServiceDeclaration): string | undefined {
  const state = stores["state"];
  const expected =
    'expected a key-value store named "state" with the partition key "key", no sort key and the access ["get", "put", "update"], where a saga keeps what was done';
  if (state?.kind !== "keyValue") return `${expected}, got none`;
  const { partitionKey, sortKey, access = [] } = state;
  const key = typeof partitionKey === "string" ? partitionKey : partitionKey.name;
  const missing = (["get", "put", "update"] as const).filter((verb) => !access.includes(verb));
  if (key === "key" && sortKey === undefined && missing.length === 0) return undefined;
  return `${expected}, got ${show({ partitionKey, sortKey, access })}`;
}

/** As long as the ARN of an alias can be. */
const LONGEST_ARN = "a".repeat(200);

function sizeProblem(
  workload: WorkflowDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const definition = definitionOf(settleWorkflow(workload, environment), {
    functionArn: LONGEST_ARN,
    partition: "aws-us-gov",
  });
  const bytes = Buffer.byteLength(definition);
  if (bytes <= MOST_BYTES) return undefined;
  return `expected states whose definition has at most ${MOST_BYTES} bytes, got one of ${bytes}; make several workflows of it`;
}

/** A saga that runs out of time stops where it is: it has to have time for everything. */
function timeoutProblem(
  workload: WorkflowDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const { timeout, type, saga } = workload;
  if (timeout === undefined) return undefined;
  if (type === "express" && seconds(timeout) > EXPRESS_SECONDS)
    return `expected at most "5m" of what is express, got ${show(timeout)}`;
  if (saga === undefined) return undefined;
  const { timeoutSeconds } = settleStepFunction(workload, environment);
  const longest = longestSeconds(settleStates(workload).states, timeoutSeconds);
  if (seconds(timeout) >= longest) return undefined;
  return `expected at least "${formatDuration(longest)}", which all steps and compensations take with all their tries, since what runs out of time is not compensated, got ${show(timeout)}; leave it out`;
}
