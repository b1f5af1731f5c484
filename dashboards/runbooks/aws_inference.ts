import { awsNames, stackId } from "../../model/names";
import { burnAlarms } from "../../model/rollout/burn_alarms";
import type { Inference, Service } from "../../model/service";
import { awsSignals } from "../../model/signals";
import { sum } from "../promql";
import { placeOf, signalOf } from "../resources";
import { whyUndiscovered } from "./aws_discovery";
import type { CloudCommands } from "./cloud";
import { code } from "./page";
import { takenBack } from "./taken_back";

/** For a service whose model answers at an endpoint of SageMaker. */
export function inferenceCommands(service: Service<Inference>, region: string): CloudCommands {
  const names = awsNames(placeOf(service));
  const { endpoint } = names;
  return {
    look: [...state(endpoint, region), ...causes(service), ...logs(service, names)],
    ...relief(service, names, region),
    exporter: [
      ...whyUndiscovered(service, region, [
        `aws cloudwatch list-metrics --region ${region} --namespace AWS/SageMaker --dimensions Name=EndpointName,Value=${endpoint}`,
      ]),
      "CloudWatch lists no metric of an endpoint that nobody has asked for two weeks: then nothing is wrong but the silence.",
    ],
    rollback: rollback(service, endpoint, region),
  };
}

const state = (endpoint: string, region: string): string[] => [
  "Whether it serves, with which configuration, on how many instances, and why the last change failed, if it did:",
  ...code(
    "sh",
    `aws sagemaker describe-endpoint --region ${region} --endpoint-name ${endpoint} --query '[EndpointStatus,EndpointConfigName,FailureReason,ProductionVariants[0].[CurrentInstanceCount,DesiredInstanceCount]]'`,
    `aws application-autoscaling describe-scaling-activities --region ${region} --service-namespace sagemaker --resource-id endpoint/${endpoint}/variant/live --max-items 5`,
  ),
];

function causes(service: Service<Inference>): string[] {
  const { serve } = service.workload;
  const { modelServerErrors, inferenceFailures, asyncFailures, asyncExpired } = awsSignals;
  const { backlogSize, backlogStuck, endpointCpu, endpointMemory, endpointGpuMemory } = awsSignals;
  const counts =
    serve.mode === "async"
      ? [modelServerErrors, asyncFailures, asyncExpired]
      : [modelServerErrors, inferenceFailures];
  const levels = [
    ...(serve.mode === "async" ? [backlogSize, backlogStuck] : []),
    ...[endpointCpu, endpointMemory],
    ...(serve.mode !== "serverless" && serve.hasGpu ? [endpointGpuMemory] : []),
  ];
  return [
    "Whether the model fails, gives no answer, or has too little to run on. A container that needs more memory than there is is ended, and what it was asked gets no answer:",
    ...code(
      "promql",
      ...counts.map((signal) => sum(signalOf(signal, placeOf(service)))),
      ...levels.map((signal) => signalOf(signal, placeOf(service))),
    ),
  ];
}

const logs = (
  { workload: { serve } }: Service<Inference>,
  { endpointLogGroup }: ReturnType<typeof awsNames>,
): string[] => [
  `What the container says, in CloudWatch Logs Insights over the log group \`${endpointLogGroup}\`${serve.mode === "async" ? "; the streams `data-log` say what became of each question" : ""}:`,
  ...code(
    "text",
    "fields @timestamp, @message, @logStream",
    "| filter @message like /(?i)error|exception|killed/",
    "| sort @timestamp desc",
    "| limit 20",
  ),
];

/** More instances; how many there are is declared, so that the next apply takes that back too. */
function relief(
  { workload: { serve } }: Service<Inference>,
  { endpoint, endpointVariant }: ReturnType<typeof awsNames>,
  region: string,
): Pick<CloudCommands, "relief" | "undoRelief"> {
  if (serve.mode === "serverless") {
    const more =
      "How many questions are answered at once is declared: `workload.serve.concurrency`.";
    return { relief: [more], undoRelief: ["Nothing was changed outside of the declaration."] };
  }
  const { min, max } = serve.instances;
  const between = (least: number, most: number): string =>
    `aws application-autoscaling register-scalable-target --region ${region} --service-namespace sagemaker --resource-id endpoint/${endpoint}/variant/${endpointVariant} --scalable-dimension sagemaker:variant:DesiredInstanceCount --min-capacity ${least} --max-capacity ${most}`;
  return {
    relief: [
      `Where instances have too much to do, or none comes up, at once as many as the ${max} that are declared as the most, and room for twice as many. The account's quota of the type has to allow it:`,
      ...code("sh", between(max, 2 * max)),
    ],
    undoRelief: ["How many there may be is declared; as it was:", ...code("sh", between(min, max))],
  };
}

/** A configuration that was replaced is gone; where a rollout was taken back it is still there. */
const rollback = (service: Service, endpoint: string, region: string): string[] => [
  ...takenBack(service, "SageMaker"),
  `Apply the last good commit: \`npx cdktf apply ${stackId(service.environment, service.cell)}\`. The model of before is another key in the store, and takes over as any does. What serves meanwhile, and which configurations there are:`,
  ...code(
    "sh",
    `aws sagemaker describe-endpoint --region ${region} --endpoint-name ${endpoint} --query EndpointConfigName --output text`,
    `aws sagemaker list-endpoint-configs --region ${region} --name-contains ${endpoint} --sort-by CreationTime --query 'EndpointConfigs[].[CreationTime,EndpointConfigName]' --output text`,
  ),
  "Faster, where the configuration of before is still there, and only while the endpoint is `InService`: point it back.",
  ...code(
    "sh",
    `aws sagemaker update-endpoint --region ${region} --endpoint-name ${endpoint} --endpoint-config-name CONFIGURATION`,
  ),
  ...stopped(service, region),
];

/**
 * An endpoint that is being changed is changed by nothing else but an alarm.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html
 */
function stopped(service: Service, region: string): string[] {
  const [alarm] = burnAlarms(service);
  if (alarm === undefined) return [];
  return [
    "While a rollout is under way SageMaker takes no other change. Let an alarm ring instead, and it takes the rollout back; CloudWatch soon sets the alarm right, so do it again while `EndpointStatus` is `Updating` and nothing happens.",
    ...code(
      "sh",
      `aws cloudwatch set-alarm-state --region ${region} --alarm-name ${alarm.name} --state-value ALARM --state-reason rollback`,
    ),
  ];
}
