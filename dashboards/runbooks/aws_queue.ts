import { awsNames } from "../../model/names";
import type { Service } from "../../model/service";
import { placeOf } from "../resources";
import { subscriptionRelief } from "./aws_events";
import { whyUndiscovered } from "./aws_discovery";
import type { WorkloadCommands } from "./cloud";
import { code } from "./page";

/** For a service whose events wait in a queue. */
export function queueCommands(service: Service, region: string, account: string): WorkloadCommands {
  const names = awsNames(placeOf(service));
  const arn = (queue: string): string => `arn:aws:sqs:${region}:${account}:${queue}`;
  return {
    look: look(names, region),
    relief: [
      "Give messages that were set aside back, once the cause is gone:",
      ...code(
        "sh",
        `aws sqs start-message-move-task --region ${region} \\`,
        `  --source-arn ${arn(names.deadLetterQueue)} \\`,
        `  --destination-arn ${arn(names.queue)} --max-number-of-messages-per-second 5`,
      ),
      ...subscriptionRelief(service, region, account),
    ],
    undoRelief: [
      "A redrive that makes it worse is stopped; what it moved is handled as any other event:",
      ...code(
        "sh",
        `aws sqs list-message-move-tasks --region ${region} --source-arn ${arn(names.deadLetterQueue)} --query "Results[?Status=='RUNNING'].TaskHandle"`,
        `aws sqs cancel-message-move-task --region ${region} --task-handle HANDLE`,
      ),
    ],
    exporter: [
      ...whyUndiscovered(service, region, [
        `aws cloudwatch list-metrics --region ${region} --namespace AWS/SQS --dimensions Name=QueueName,Value=${names.queue}`,
      ]),
      "CloudWatch lists no metric of a queue that nobody has used for two weeks: then nothing is wrong but the silence.",
    ],
  };
}

const look = (
  { processor, deadLetterQueue }: ReturnType<typeof awsNames>,
  region: string,
): string[] => [
  `The processor's errors, in CloudWatch Logs Insights over the log group \`${processor.logGroup}\`:`,
  ...code(
    "text",
    "fields @timestamp, message, eventId, attempt, reason",
    '| filter level in ["WARN", "ERROR"]',
    "| sort @timestamp desc",
    "| limit 20",
  ),
  "One message that was set aside. It stays in the queue, hidden for a minute:",
  ...code(
    "sh",
    `aws sqs receive-message --region ${region} --visibility-timeout 60 \\`,
    "  --max-number-of-messages 1 --attribute-names All --message-attribute-names All \\",
    `  --queue-url "$(aws sqs get-queue-url --region ${region} --queue-name ${deadLetterQueue} --query QueueUrl --output text)"`,
  ),
];
