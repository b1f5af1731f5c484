import type { AwsEnvironment } from "../../model/environment";
import { awsNames, stackId } from "../../model/names";
import type { Service } from "../../model/service";
import { placeOf } from "../resources";
import type { CloudCommands } from "./cloud";
import { code } from "./page";

export function awsCommands(service: Service, environment: AwsEnvironment): CloudCommands {
  const names = awsNames(placeOf(service));
  const { region, account } = environment;
  const arn = (queue: string): string => `arn:aws:sqs:${region}:${account}:${queue}`;
  return {
    look: [
      "The processor's errors, in CloudWatch Logs Insights over the log group " +
        `\`${names.processor.logGroup}\`:`,
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
        `  --queue-url "$(aws sqs get-queue-url --region ${region} --queue-name ${names.deadLetterQueue} --query QueueUrl --output text)"`,
      ),
    ],
    redrive: code(
      "sh",
      `aws sqs start-message-move-task --region ${region} \\`,
      `  --source-arn ${arn(names.deadLetterQueue)} \\`,
      `  --destination-arn ${arn(names.queue)} --max-number-of-messages-per-second 5`,
    ),
    stopRedrive: [
      "A redrive that makes it worse is stopped; what it moved is handled as any other event:",
      ...code(
        "sh",
        `aws sqs list-message-move-tasks --region ${region} --source-arn ${arn(names.deadLetterQueue)} --query "Results[?Status=='RUNNING'].TaskHandle"`,
        `aws sqs cancel-message-move-task --region ${region} --task-handle HANDLE`,
      ),
    ],
    rollback: [
      `Apply the last good commit: \`npx cdktf apply ${stackId(service.environment, service.cell)}\`. Faster, until then, point the alias back:`,
      ...code(
        "sh",
        `aws lambda list-versions-by-function --region ${region} --function-name ${names.processor.function} --query 'Versions[].[Version,LastModified]'`,
        `aws lambda update-alias --region ${region} --function-name ${names.processor.function} --name ${names.processor.alias} --function-version VERSION`,
      ),
    ],
    exporter: [
      "YACE's own log, and that its role may read CloudWatch and the tags:",
      ...code(
        "sh",
        `aws resourcegroupstaggingapi get-resources --region ${region} --tag-filters Key=service,Values=${service.name} Key=environment,Values=${service.environment}`,
        `aws cloudwatch list-metrics --region ${region} --namespace AWS/SQS --dimensions Name=QueueName,Value=${names.queue}`,
      ),
      "CloudWatch lists no metric of a queue that nobody has used for two weeks: then nothing is wrong but the silence.",
    ],
  };
}
