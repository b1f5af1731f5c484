import { awsNames } from "../../model/names";
import type { Graphql, Service } from "../../model/service";
import { awsSignals } from "../../model/signals";
import { sum } from "../promql";
import { awsFunction, placeOf, signalOf } from "../resources";
import { whyUndiscovered } from "./aws_discovery";
import type { WorkloadCommands } from "./cloud";
import { code } from "./page";

/** For a service whose callers wait at a GraphQL API. */
export const graphqlCommands = (service: Service<Graphql>, region: string): WorkloadCommands => {
  const id = idOf(service, region);
  return {
    look: [...answers(id), ...causes(service)],
    ...relief(service, region),
    exporter: [
      ...whyUndiscovered(service, region, [
        `aws cloudwatch list-metrics --region ${region} --namespace AWS/AppSync --dimensions Name=GraphQLAPIId,Value=${id}`,
      ]),
      "It drops an API whose tag `Name` was taken away. CloudWatch lists no metric of an API that nobody has asked for two weeks: then nothing is wrong but the silence.",
    ],
  };
};

/** AWS gives the id; the name is ours. */
const idOf = (service: Service, region: string): string =>
  `"$(aws appsync list-graphql-apis --region ${region} --query "graphqlApis[?name=='${awsNames(placeOf(service)).api}'].apiId" --output text)"`;

/**
 * What callers were answered, by the API's log.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
 */
const answers = (id: string): string[] => [
  "The API's log group, for CloudWatch Logs Insights:",
  ...code("sh", `echo /aws/appsync/apis/${id}`),
  "Which fields fail, where `workload.fieldLogs` is not `off`; their requests are answered 200 with `errors`:",
  ...code(
    "text",
    'filter ispresent(resolverArn) and logType in ["RequestMapping", "ResponseMapping"] and fieldInError',
    "| stats count(*) as failed by parentType, fieldName",
    "| sort failed desc",
    "| limit 20",
  ),
  "What whole requests were answered; 401 are tokens that are not taken, 403 in the firewall's log are whom it blocked:",
  ...code(
    "text",
    'filter logType = "RequestSummary"',
    "| stats count(*) as requests, max(latency) as slowest by statusCode",
    "| sort requests desc",
  ),
];

/** Whether it is the function, its want of instances, or the API. */
function causes(service: Service): string[] {
  const place = placeOf(service);
  const { logGroup } = awsFunction(place);
  const { graphqlServerErrors, functionErrors, functionThrottles, functionDuration } = awsSignals;
  return [
    "Errors of the API itself in a minute, beside the function's failures and the calls that were refused for want of an instance; and the time of a call:",
    ...code(
      "promql",
      ...[graphqlServerErrors, functionErrors, functionThrottles].map((signal) =>
        sum(signalOf(signal, place)),
      ),
      signalOf(functionDuration, place),
    ),
    `The function's errors, in CloudWatch Logs Insights over the log group \`${logGroup}\`:`,
    ...code(
      "text",
      "fields @timestamp, level, message, reason, requestId",
      '| filter level in ["WARN", "ERROR"] or @message like /Task timed out/',
      "| sort @timestamp desc",
      "| limit 20",
    ),
  ];
}

/** More instances, or less load; both are declared, so that the next apply takes them back too. */
function relief(
  service: Service<Graphql>,
  region: string,
): Pick<WorkloadCommands, "relief" | "undoRelief"> {
  const { firewall, function: declared } = service.workload;
  const name = awsFunction(placeOf(service)).function;
  const instances = (count: number): string =>
    `aws lambda put-function-concurrency --region ${region} --function-name ${name} --reserved-concurrent-executions ${count}`;
  return {
    relief: [
      `Where calls are refused for want of an instance, twice the ${declared.reservedConcurrency} that are declared:`,
      ...code("sh", instances(2 * declared.reservedConcurrency)),
      `Where a few addresses ask for most of it, declare a \`workload.firewall.rate\` below ${firewall.rate} and apply; a request that asks for many fields is bounded by \`workload.limits\`.`,
    ],
    undoRelief: [
      "It is declared; as it was:",
      ...code("sh", instances(declared.reservedConcurrency)),
    ],
  };
}
