import { awsNames } from "../../model/names";
import type { Service, Workflow } from "../../model/service";
import { awsSignals } from "../../model/signals";
import { sum } from "../promql";
import { placeOf, signalOf } from "../resources";
import { whyUndiscovered } from "./aws_discovery";
import { queueCommands } from "./aws_queue";
import type { WorkloadCommands } from "./cloud";
import { code } from "./page";

/** For a service whose events start executions of a state machine. */
export function workflowCommands(
  service: Service<Workflow>,
  region: string,
  account: string,
): WorkloadCommands {
  const names = awsNames(placeOf(service));
  const machine = `arn:aws:states:${region}:${account}:stateMachine:${names.workflow}`;
  const queue = queueCommands(service, region, account);
  const standard = service.workload.type === "standard";
  return {
    look: [
      ...(standard ? failures(machine, region) : []),
      ...logs(names),
      ...causes(service),
      ...setAside(names, region),
    ],
    relief: [...(standard ? redrive(machine, region) : []), ...queue.relief],
    undoRelief: [...(standard ? stop(region) : []), ...queue.undoRelief],
    exporter: [
      ...whyUndiscovered(service, region, [
        `aws cloudwatch list-metrics --region ${region} --namespace AWS/States --dimensions Name=StateMachineArn,Value=${machine}`,
      ]),
      "It drops a state machine whose tag `Name` was taken away. CloudWatch lists no metric of one that nobody has started for two weeks: then nothing is wrong but the silence.",
    ],
  };
}

const failures = (machine: string, region: string): string[] => [
  "Executions that failed; those that ran out of time are `TIMED_OUT`, those that were stopped `ABORTED`:",
  ...code(
    "sh",
    `aws stepfunctions list-executions --region ${region} --state-machine-arn ${machine} \\`,
    "  --status-filter FAILED --max-items 20 --query 'executions[].[stopDate,executionArn]' --output text",
  ),
  "Where one of them failed, the last event first. `Compensated` was undone whole and needs nothing; any other failed in the middle, and what it did stands:",
  ...code(
    "sh",
    `aws stepfunctions get-execution-history --region ${region} --execution-arn EXECUTION --reverse-order --max-items 10`,
  ),
];

const logs = ({ workflowLogGroup, handler }: ReturnType<typeof awsNames>): string[] => [
  `Which states fail, in CloudWatch Logs Insights over the log group \`${workflowLogGroup}\`; the code's own errors are in \`${handler.logGroup}\`:`,
  ...code(
    "text",
    "filter type like /Failed|TimedOut|Aborted/",
    "| stats count(*) as failed by type, details.name",
    "| sort failed desc",
    "| limit 20",
  ),
];

function causes(service: Service): string[] {
  const { functionErrors, functionThrottles, executionsThrottled } = awsSignals;
  return [
    "Whether it is the code, its want of instances, or the account's bound on changes of state:",
    ...code(
      "promql",
      ...[functionErrors, functionThrottles, executionsThrottled].map((signal) =>
        sum(signalOf(signal, placeOf(service))),
      ),
    ),
  ];
}

const setAside = (
  { deadLetterQueue, starter }: ReturnType<typeof awsNames>,
  region: string,
): string[] => [
  `An event that started no execution stays in the dead-letter queue; why is in the log group \`${starter.logGroup}\`:`,
  ...code(
    "sh",
    `aws sqs receive-message --region ${region} --visibility-timeout 60 \\`,
    "  --max-number-of-messages 1 --attribute-names All \\",
    `  --queue-url "$(aws sqs get-queue-url --region ${region} --queue-name ${deadLetterQueue} --query QueueUrl --output text)"`,
  ),
];

/**
 * From the state that failed, with the same input and the same definition; within 14 days.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
 */
const redrive = (machine: string, region: string): string[] => [
  "Once the cause is gone, go on with executions that failed in the middle, each from the state that failed, within 14 days. What was done is not done again: each step has a key of its own.",
  ...code("sh", `aws stepfunctions redrive-execution --region ${region} --execution-arn EXECUTION`),
  "All that ran out of time:",
  ...code(
    "sh",
    `aws stepfunctions list-executions --region ${region} --state-machine-arn ${machine} \\`,
    "  --status-filter TIMED_OUT --query 'executions[].executionArn' --output text | tr '\\t' '\\n' \\",
    `  | xargs -n1 aws stepfunctions redrive-execution --region ${region} --execution-arn`,
  ),
  "One that was `Compensated` is not redriven: send its event again, under another id.",
];

const stop = (region: string): string[] => [
  "An execution that does harm is stopped where it is; nothing of it is undone, and it can be redriven:",
  ...code("sh", `aws stepfunctions stop-execution --region ${region} --execution-arn EXECUTION`),
];
