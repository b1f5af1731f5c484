import { z } from "zod";
import {
  duration,
  identifier,
  kindOf,
  list,
  oneOf,
  pattern,
  some,
  text,
  whole,
} from "../../leaves";
import { shape, show } from "../../problems";
import { schedulesShape } from "../../schedules/shape";
import { queueShape } from "../event_shape";
import { codeFolder, functionFields } from "../function_shape";

/** The most steps of a saga; with their compensations far from the 1 MB that a definition may have. */
const MOST_STEPS = 50;

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html (names of states: 80 characters) */
const STATE_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,79}$/;

const stateName = pattern(
  "a state's name: 1 to 80 letters, digits, dashes and underscores, starting with a letter",
  STATE_NAME,
);

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const errorName = pattern(
  "an error's name such as Refused or States.ALL",
  /^[A-Za-z][A-Za-z0-9_.]{0,99}$/,
);

const variable = pattern(
  "a path into an execution's data such as $.answer.value.verdict",
  /^\$(\.[A-Za-z_][A-Za-z0-9_]*)+$/,
);

const attempts = whole(1, 10).optional();

const saga = shape({
  steps: some(
    shape({ name: identifier, compensate: identifier.optional(), attempts }),
    "steps",
    MOST_STEPS,
  ),
  compensationAttempts: whole(1, 20).optional(),
});

const task = shape({
  type: z.literal("task"),
  next: stateName.optional(),
  attempts,
  catch: list(
    shape({ errors: some(errorName, "names of errors", 20), next: stateName }),
    "catches",
  ).optional(),
});

const choice = shape({
  type: z.literal("choice"),
  choices: some(
    shape({
      variable,
      equals: z.union([z.string(), z.number(), z.boolean()], {
        error: ({ input }) => `expected a string, a number, true or false, got ${show(input)}`,
      }),
      next: stateName,
    }),
    "choices",
    100,
  ),
  otherwise: stateName,
});

const wait = shape({ type: z.literal("wait"), for: duration("1s", "365d"), next: stateName });

const succeed = shape({ type: z.literal("succeed") });

const fail = shape({
  type: z.literal("fail"),
  error: errorName,
  cause: text("why it failed, in a sentence").optional(),
});

const state = z.discriminatedUnion("type", [task, choice, wait, succeed, fail], {
  error: ({ input }) =>
    `expected "task", "choice", "wait", "succeed" or "fail", got ${kindOf(input, "type")}`,
});

const states = z.record(z.string().regex(STATE_NAME), state, {
  error: ({ input }) =>
    `expected states by names of 1 to 80 letters, digits, dashes and underscores, got ${show(input)}`,
});

const logs = shape({
  level: oneOf("all", "error").optional(),
  executionData: oneOf(true, false).optional(),
});

const stepFunction = shape({
  ...functionFields,
  timeout: duration("1s", "15m").optional(),
  concurrency: whole(1, 10_000).optional(),
});

export const workflowShape = shape({
  kind: z.literal("workflow"),
  code: codeFolder,
  type: oneOf("standard", "express").optional(),
  saga: saga.optional(),
  states: states.optional(),
  start: stateName.optional(),
  timeout: duration("1s", "365d").optional(),
  logs: logs.optional(),
  queue: queueShape.optional(),
  schedules: schedulesShape,
  function: stepFunction.optional(),
});
