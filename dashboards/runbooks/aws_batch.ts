import { awsNames, stackId } from "../../model/names";
import type { Batch, Service } from "../../model/service";
import { logSignals } from "../../model/signals";
import { sum, sumOverTime } from "../promql";
import { placeOf, signalOf } from "../resources";
import type { CloudCommands } from "./cloud";
import { code } from "./page";

/** For a service whose jobs AWS Batch runs. */
export const batchCommands = (service: Service<Batch>, region: string): CloudCommands => ({
  look: lookAtJobs(service, region),
  relief: startAgain(service, region),
  undoRelief: stopJob(region),
  exporter: whySilent(service, region),
  rollback: rollback(service, region),
});

const namesOf = (service: Service) => awsNames(placeOf(service)).batch;

/** Which jobs failed and why, and why one that waits does not start. */
export function lookAtJobs(service: Service<Batch>, region: string): string[] {
  const { queue, logGroup, endingsLogGroup, definition } = namesOf(service);
  return [
    "How many jobs of the last day ended well, and how many failed:",
    ...code(
      "promql",
      ...[logSignals.jobsSucceeded, logSignals.jobsFailed].map((signal) =>
        sum(sumOverTime(signalOf(signal, placeOf(service)), "1d")),
      ),
    ),
    "Jobs that failed of late, and those that wait or run; of one of them what it says of itself, each try with its reason and its log stream:",
    ...code(
      "sh",
      ...["FAILED", "RUNNABLE", "RUNNING"].map((status) => listJobs(queue, region, status)),
      `aws batch describe-jobs --region ${region} --jobs JOB --query 'jobs[0].[statusReason,attempts[].[statusReason,container.[exitCode,reason,logStreamName]]]'`,
    ),
    `Why they failed, in CloudWatch Logs Insights over the log group \`${endingsLogGroup}\`, which goes back further than Batch, which forgets a job after a week. \`Host EC2\` is a machine that went away at the last try, \`OutOfMemory\` a \`memory\` that is too small:`,
    ...code(
      "text",
      'filter detail.status = "FAILED"',
      "| stats count(*) as failed by detail.statusReason, detail.container.reason, detail.container.exitCode",
      "| sort failed desc",
      "| limit 20",
    ),
    `What a job wrote, with the log stream that it says of itself; all are in \`${logGroup}\`:`,
    ...code(
      "sh",
      `aws logs tail ${logGroup} --region ${region} --log-stream-names STREAM --since 2d`,
    ),
    "A job that stays `RUNNABLE` has no machine: no capacity, a quota of the account (of GPUs it is 0 at first), or machines that do not join. What Batch says of the environments, which are in the order in which they are asked, and which revision of the definition is the newest:",
    ...code(
      "sh",
      `aws batch describe-job-queues --region ${region} --job-queues ${queue} --query 'jobQueues[0].[state,status,statusReason,computeEnvironmentOrder[].computeEnvironment]'`,
      `aws batch describe-compute-environments --region ${region} --query 'computeEnvironments[?starts_with(computeEnvironmentName, \`${queue}-\`)].[computeEnvironmentName,state,status,statusReason,computeResources.[desiredvCpus,maxvCpus]]'`,
      `aws batch describe-job-definitions --region ${region} --job-definition-name ${definition} --status ACTIVE --query 'jobDefinitions[0].[revision,containerProperties.image]'`,
    ),
  ];
}

const listJobs = (queue: string, region: string, status: string): string =>
  `aws batch list-jobs --region ${region} --job-queue ${queue} --job-status ${status} --query 'jobSummaryList[:20].[jobId,jobName,statusReason]' --output text`;

/** Of the newest revision. */
export function startAgain(service: Service, region: string): string[] {
  const { queue, definition } = namesOf(service);
  return [
    "Once the cause is gone, start the job again; it begins anew, so that it has to bear being done twice:",
    ...code(
      "sh",
      `aws batch submit-job --region ${region} --job-name again --job-queue ${queue} --job-definition ${definition}`,
    ),
    'Where spare capacity is what is missing, say `spot: "never"` for a while and apply; where a job needs more memory or time, `memory` or `timeout`.',
  ];
}

const stopJob = (region: string): string[] => [
  "A job that waits or runs and should not is stopped, and counts as failed:",
  ...code("sh", `aws batch terminate-job --region ${region} --job-id JOB --reason 'Not wanted.'`),
];

/** Batch has no metric: what is counted are lines of a log, which EventBridge writes. */
function whySilent(service: Service, region: string): string[] {
  const { endings, endingsLogGroup, ended } = namesOf(service);
  return [
    "CloudWatch lists no metric of jobs of which none has ended for two weeks: then nothing is wrong but the silence. Else YACE's own log, the lines that are counted, and events that could not be written:",
    ...code(
      "sh",
      `aws logs tail ${endingsLogGroup} --region ${region} --since 2d`,
      `aws cloudwatch list-metrics --region ${region} --metric-name ${ended("succeeded")}`,
      `aws events describe-rule --region ${region} --name ${endings} --query State`,
      `aws sqs get-queue-attributes --region ${region} --attribute-names ApproximateNumberOfMessages --queue-url "$(aws sqs get-queue-url --region ${region} --queue-name ${awsNames(placeOf(service)).deadLetterQueue} --query QueueUrl --output text)"`,
    ),
  ];
}

const rollback = (service: Service, region: string): string[] => [
  `Apply the last good commit: \`npx cdktf apply ${stackId(service.environment, service.cell)}\`; jobs that are submitted from then on run it. Which images ran before:`,
  ...code(
    "sh",
    `aws batch describe-job-definitions --region ${region} --job-definition-name ${namesOf(service).definition} --status INACTIVE --query 'jobDefinitions[].[revision,containerProperties.image]' --output text`,
  ),
];
