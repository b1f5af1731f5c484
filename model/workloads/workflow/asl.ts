import type { Choice, Retry, State, Task, Workflow } from "./settled";
import { LAMBDA_RETRY, taskTimeoutSeconds } from "./times";

/**
 * What Lambda does wrong, and the next try may not meet.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception
 */
const LAMBDA_FAULTS = [
  "Lambda.AWSLambdaException",
  "Lambda.ClientExecutionTimeoutException",
  "Lambda.SdkClientException",
  "Lambda.ServiceException",
  "Lambda.TooManyRequestsException",
];

/** The most bytes of a definition. @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const MOST_BYTES = 1_048_576;

export interface DefinitionOptions {
  /** ARN of the alias of the function that takes the steps. */
  readonly functionArn: string;
  /** Such as `aws`. */
  readonly partition: string;
  /** What is written of a text of the author's. @default - the text */
  readonly literal?: (text: string) => string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * A workflow in Amazon States Language: the same bytes for the same declaration. The data of an execution is `event`, which started it,
 * `answer.value` of the step before, and `failure` (`Error` and `Cause`) of the one that failed.
 *
 * @see https://states-language.net/spec.html
 */
export function definitionOf(
  workflow: Pick<Workflow, "start" | "states" | "timeoutSeconds" | "function">,
  options: DefinitionOptions,
): string {
  const { start, states, timeoutSeconds, function: steps } = workflow;
  const rendered = Object.entries(states).map(([name, state]) => [
    name,
    stateOf(state, taskTimeoutSeconds(steps.timeoutSeconds), options),
  ]);
  return JSON.stringify({
    StartAt: start,
    TimeoutSeconds: timeoutSeconds,
    States: Object.fromEntries(rendered) as Json,
  });
}

function stateOf(state: State, timeoutSeconds: number, options: DefinitionOptions): Json {
  const { literal = (text: string) => text } = options;
  switch (state.type) {
    case "task":
      return taskOf(state, timeoutSeconds, options);
    case "choice":
      return choiceOf(state, literal);
    case "wait":
      return { Type: "Wait", Seconds: state.seconds, Next: state.next };
    case "succeed":
      return { Type: "Succeed" };
    case "fail":
      return { Type: "Fail", Error: state.error, Cause: state.cause && literal(state.cause) };
  }
}

/** What the code is asked, and what becomes of its answer. */
function taskOf(task: Task, timeoutSeconds: number, options: DefinitionOptions): Json {
  const { functionArn, partition } = options;
  return {
    Type: "Task",
    Resource: `arn:${partition}:states:::lambda:invoke`,
    Parameters: { FunctionName: functionArn, Payload: payloadOf(task) },
    ResultSelector: { "value.$": "$.Payload" },
    ResultPath: "$.answer",
    TimeoutSeconds: timeoutSeconds,
    Retry: retriesOf(task),
    Catch:
      task.catch.length === 0
        ? undefined
        : task.catch.map(({ errors, next }) => ({
            ErrorEquals: errors,
            ResultPath: "$.failure",
            Next: next,
          })),
    ...(task.next === undefined ? { End: true } : { Next: task.next }),
  };
}

/** The key is that of the step, which its compensation is told too: both are of one thing that is done once. */
const payloadOf = ({ step, undoes }: Task): Json => ({
  step,
  ...(undoes !== undefined && { undoes }),
  "key.$": `States.Format('{}/${undoes ?? step}', $$.Execution.Name)`,
  "execution.$": "$$.Execution.Name",
  "event.$": "$.event",
});

/** An error that the declaration names is an answer; it is not asked for again. */
function retriesOf({ retry, catch: caught }: Task): Json[] {
  const answers = caught.flatMap(({ errors }) => errors).filter((one) => !one.includes("."));
  return [
    ...(answers.length === 0 ? [] : [{ ErrorEquals: answers, MaxAttempts: 0 }]),
    retryOf(LAMBDA_FAULTS, LAMBDA_RETRY),
    ...(retry.attempts === 1 ? [] : [retryOf(["States.ALL"], retry)]),
  ];
}

/** Jitter keeps those that failed together from coming back together. */
const retryOf = (errors: readonly string[], retry: Retry): Json => ({
  ErrorEquals: errors,
  IntervalSeconds: retry.intervalSeconds,
  BackoffRate: 2,
  MaxAttempts: retry.attempts - 1,
  MaxDelaySeconds: retry.maxDelaySeconds,
  JitterStrategy: "FULL",
});

const choiceOf = ({ choices, otherwise }: Choice, literal: (text: string) => string): Json => ({
  Type: "Choice",
  Choices: choices.map(({ variable, equals, next }) => ({
    And: [{ Variable: variable, IsPresent: true }, comparison(variable, equals, literal)],
    Next: next,
  })),
  Default: otherwise,
});

function comparison(
  variable: string,
  equals: string | number | boolean,
  literal: (text: string) => string,
): Json {
  if (typeof equals === "string") return { Variable: variable, StringEquals: literal(equals) };
  return typeof equals === "number"
    ? { Variable: variable, NumericEquals: equals }
    : { Variable: variable, BooleanEquals: equals };
}
