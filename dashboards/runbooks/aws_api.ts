import { countsAtEdge } from "../../model/indicators/availability";
import { awsNames, stackId } from "../../model/names";
import { isFronted, type Objective, type RequestDriven, type Service } from "../../model/service";
import { awsSignals } from "../../model/signals";
import { sum } from "../promql";
import { awsFunction, placeOf, signalOf } from "../resources";
import { lookAtEdge, whyDistributionBlind } from "./aws_delivery";
import { whyUndiscovered } from "./aws_discovery";
import type { WorkloadCommands } from "./cloud";
import { code } from "./page";

/** For a service whose callers wait at an HTTP API. */
export const apiCommands = (
  service: Service<RequestDriven>,
  objective: Objective,
  region: string,
): WorkloadCommands => {
  const { api } = awsNames(placeOf(service));
  const id = `"$(aws apigatewayv2 get-apis --region ${region} --query "Items[?Name=='${api}'].ApiId" --output text)"`;
  return {
    look: [...before(service, region), ...answers(service), ...causes(service)],
    ...relief(service, region, id),
    exporter: countsAtEdge(objective)
      ? whyDistributionBlind(service)
      : [
          ...whyUndiscovered(service, region, [
            `aws cloudwatch list-metrics --region ${region} --namespace AWS/ApiGateway --dimensions Name=ApiId,Value=${id}`,
          ]),
          "It also asks API Gateway which APIs there are, so its role needs `apigateway:GET`, and it drops an API whose tag `Name` was taken away. CloudWatch lists no metric of an API that nobody has asked for two weeks: then nothing is wrong but the silence.",
        ],
  };
};

/** What is before an API at the edge, and whether anybody came past it: who knows the path of the API passes neither cache nor firewall. */
function before(service: Service<RequestDriven>, region: string): string[] {
  if (!isFronted(service)) return [];
  return [
    ...lookAtEdge(service),
    `Whether somebody asks the API past CloudFront: who asked it, in CloudWatch Logs Insights over \`${awsNames(placeOf(service)).accessLogGroup}\`, beside the addresses from which CloudFront asks. Another one knows the API's path. To give it a new one, apply \`${stackId(service.environment, service.cell)}\` with \`-replace=terraform_data.${service.name.replaceAll("-", "_")}_api_path\`, and then \`${stackId(service.environment, "edge")}\`, until when callers get 404:`,
    ...code("text", "stats count(*) as requests by ip", "| sort requests desc", "| limit 50"),
    ...code(
      "sh",
      `aws ec2 get-managed-prefix-list-entries --region ${region} --prefix-list-id "$(aws ec2 describe-managed-prefix-lists --region ${region} --filters Name=prefix-list-name,Values=com.amazonaws.global.cloudfront.origin-facing --query 'PrefixLists[0].PrefixListId' --output text)" --query 'Entries[].Cidr'`,
    ),
  ];
}

/** What callers were answered, by the access log. */
const answers = (service: Service): string[] => [
  `Which routes fail, in CloudWatch Logs Insights over the access log \`${awsNames(placeOf(service)).accessLogGroup}\`; with \`status = 429\`, whom the throttle refuses:`,
  ...code(
    "text",
    "filter status >= 500",
    "| stats count(*) as failed, max(responseLatency) as slowest by routeKey, status, integrationError",
    "| sort failed desc",
    "| limit 20",
  ),
];

/** Whether it is the function, its want of instances, or the API. */
function causes(service: Service): string[] {
  const place = placeOf(service);
  const { logGroup } = awsFunction(place);
  const { apiServerErrors, functionErrors, functionThrottles, apiIntegrationLatency } = awsSignals;
  return [
    "Server errors in a minute, beside the function's failures and the calls that were refused for want of an instance; and its time. Errors that are neither are what the function answers by itself, or the API's own:",
    ...code(
      "promql",
      ...[apiServerErrors, functionErrors, functionThrottles].map((signal) =>
        sum(signalOf(signal, place)),
      ),
      signalOf(apiIntegrationLatency, place),
    ),
    `The function's errors, in CloudWatch Logs Insights over the log group \`${logGroup}\`:`,
    ...code(
      "text",
      "fields @timestamp, level, message, reason, routeKey, requestId",
      '| filter level in ["WARN", "ERROR"] or @message like /Task timed out/',
      "| sort @timestamp desc",
      "| limit 20",
    ),
  ];
}

/** More instances, or less load; both are declared, so that the next apply takes them back too. */
function relief(
  service: Service<RequestDriven>,
  region: string,
  id: string,
): Pick<WorkloadCommands, "relief" | "undoRelief"> {
  const { throttle, function: declared } = service.workload;
  const name = awsFunction(placeOf(service)).function;
  const stage = isFronted(service)
    ? `"$(aws apigatewayv2 get-stages --region ${region} --api-id ${id} --query 'Items[0].StageName' --output text)"`
    : "'$default'";
  const instances = (count: number): string =>
    `aws lambda put-function-concurrency --region ${region} --function-name ${name} --reserved-concurrent-executions ${count}`;
  const letThrough = (rate: number, burst: number): string =>
    `aws apigatewayv2 update-stage --region ${region} --api-id ${id} --stage-name ${stage} --default-route-settings DetailedMetricsEnabled=true,ThrottlingRateLimit=${rate},ThrottlingBurstLimit=${burst}`;
  const average = Math.ceil(service.traffic.averagePerSecond);
  return {
    relief: [
      `Where calls are refused for want of an instance, twice the ${declared.reservedConcurrency} that are declared:`,
      ...code("sh", instances(2 * declared.reservedConcurrency)),
      `Where more comes than it can bear, no more than the ${average} a second that are usual; the others are answered 429 and cost nothing:`,
      ...code("sh", letThrough(average, average)),
    ],
    undoRelief: [
      "Both are declared; as they were:",
      ...code(
        "sh",
        instances(declared.reservedConcurrency),
        letThrough(throttle.ratePerSecond, throttle.burst),
      ),
    ],
  };
}
