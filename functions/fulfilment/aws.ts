import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { DynamoDbLedger } from "../saga/ledger";
import { setting } from "../saga/settings";
import { createStarter, stepFunctionsStart } from "../saga/start";
import { createSteps, type StepCall } from "../saga/steps";
import { fulfilment } from "./steps";

let steps: ReturnType<typeof createSteps> | undefined;
let starter: ReturnType<typeof createStarter> | undefined;

/** A task of the workflow: takes a step, or undoes one. */
export function handler(call: StepCall): Promise<unknown> {
  steps ??= makeSteps(setting("STATE_TABLE"));
  return steps(call);
}

/** Behind SQS: starts an execution for each event. It is a function of its own, with other rights than the steps. */
export function start(event: SQSEvent): Promise<SQSBatchResponse> {
  starter ??= createStarter(stepFunctionsStart(setting("STATE_MACHINE_ARN")), (line) =>
    process.stdout.write(`${JSON.stringify({ ...line, service: setting("SERVICE") })}\n`),
  );
  return starter(event);
}

const makeSteps = (table: string) =>
  createSteps({ ledger: new DynamoDbLedger(table), steps: fulfilment(table) });
