import { awsNames, EDGE_REGION, stackId } from "../../model/names";
import type { ContentDelivery, FrontedApi, Service } from "../../model/service";
import { awsSignals } from "../../model/signals";
import { edgeCodeOf, isRouted } from "../edge_code";
import { placeOf, signalOf } from "../resources";
import { whyUndiscovered } from "./aws_discovery";
import type { CloudCommands } from "./cloud";
import { code } from "./page";

/** For a service whose callers are answered by CloudFront. */
export function deliveryCommands(
  service: Service<ContentDelivery>,
  region: string,
  account: string,
): CloudCommands {
  const { store } = service.workload;
  const bucket = store && awsNames(placeOf(service)).bucket(store, account);
  return {
    look: [...answers(service), ...causes(service), ...stopped(service)],
    relief: [],
    undoRelief: [],
    exporter: whyDistributionBlind(service),
    rollback: rollback(service, region, bucket),
  };
}

/** What the edge knows of the requests to an API behind it. */
export const lookAtEdge = (service: Service<FrontedApi>): string[] => [
  ...answers(service),
  ...stopped(service),
];

/** What never came to who answers: by the firewall, or by code that failed. */
const stopped = (service: Service<ContentDelivery | FrontedApi>): string[] => [
  ...blocked(service),
  ...atTheEdge(service),
];

/** What callers were answered, by the access log. */
const answers = (service: Service): string[] => [
  `Which paths fail or miss, in CloudWatch Logs Insights in ${EDGE_REGION} over the access log \`${awsNames(placeOf(service)).edgeLogGroup}\`:`,
  ...code(
    "text",
    "filter `x-edge-response-result-type` in ['Error', 'Miss', 'LimitExceeded', 'CapacityExceeded']",
    "| stats count(*) as requests, max(`time-taken`) as slowest by `cs-uri-stem`, `sc-status`, `x-edge-detailed-result-type`",
    "| sort requests desc",
    "| limit 20",
  ),
];

/** Whether it is the store, or CloudFront before it. */
function causes(service: Service<ContentDelivery>): string[] {
  const place = placeOf(service);
  const { bucketServerErrors, bucketClientErrors, edgeServerErrors } = awsSignals;
  const { cacheHitRate, originLatency } = awsSignals;
  const { store } = service.workload;
  if (store === undefined) return answered(service);
  return [
    "Percent of the requests that failed, the store's failures and refusals in the same minutes, the percent of hits, and how long the store takes. Errors that the store has no part in are CloudFront's own:",
    ...code(
      "promql",
      signalOf(edgeServerErrors, place),
      signalOf(bucketServerErrors, place, { store }),
      signalOf(bucketClientErrors, place, { store }),
      signalOf(cacheHitRate, place),
      signalOf(originLatency, place),
    ),
  ];
}

/** Whether it is the service behind it. */
function answered(service: Service<ContentDelivery>): string[] {
  const place = placeOf(service);
  const { edgeServerErrors, originLatency } = awsSignals;
  const behind = service.workload.origin?.service ?? "";
  return [
    `Percent of the requests that failed, and how long ${behind} takes. The runbook of ${behind} tells which of its answers failed; what its load balancer knows nothing of is CloudFront's own (502: no TLS with it, 504: no answer in time):`,
    ...code("promql", signalOf(edgeServerErrors, place), signalOf(originLatency, place)),
  ];
}

const blocked = (service: Service): string[] => [
  `Whom the firewall blocked or counted, and by which rule, in the log \`${awsNames(placeOf(service)).firewallLogGroup}\`, in ${EDGE_REGION} too:`,
  ...code(
    "text",
    "stats count(*) as requests by action, terminatingRuleId, httpRequest.clientIp, httpRequest.uri",
    "| sort requests desc",
    "| limit 20",
  ),
];

/** CloudFront answers with 503 what a function fails at, and CloudWatch knows functions by their names alone. */
function atTheEdge(service: Service<ContentDelivery | FrontedApi>): string[] {
  const functions = edgeCodeOf(service);
  if (functions.length === 0) return [];
  return [
    ...(isRouted(service) ? [ROUTER_ANSWERS] : []),
    `Whether the code at the edge fails (a detailed result of \`FunctionExecutionError\` or \`FunctionThrottledError\` in the access log), and how much of its time it takes: from 100 on CloudFront stops it. What it says is in ${functions.map(({ logGroup }) => `\`${logGroup}\``).join(" and ")}, in ${EDGE_REGION}:`,
    ...code(
      "sh",
      ...functions.flatMap(({ name }) =>
        [
          "FunctionExecutionErrors --statistics Sum",
          "FunctionComputeUtilization --statistics Maximum",
        ].map(
          (metric) =>
            `aws cloudwatch get-metric-statistics --region ${EDGE_REGION} --namespace AWS/CloudFront --dimensions Name=FunctionName,Value=${name} Name=Region,Value=Global --period 300 --start-time "$(date -u -d '-3 hours' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" --metric-name ${metric}`,
        ),
      ),
    ),
  ];
}

const ROUTER_ANSWERS =
  "The router of the fleet answers by itself where it leads nowhere: 503 where its store lacks a part of the table, a secret is too short or a cell is no origin, which it says in its log; 401 where a request has no key or nobody signed it; 400 where it says two.";

export const whyDistributionBlind = (service: Service): string[] => [
  ...whyUndiscovered(service, EDGE_REGION, [
    `aws cloudwatch list-metrics --region ${EDGE_REGION} --namespace AWS/CloudFront --dimensions Name=Region,Value=Global`,
  ]),
  "It drops a distribution whose tag `Name` was taken away. CloudFront publishes in minutes with requests: CloudWatch lists no metric of a distribution that nobody has asked for two weeks, and then nothing is wrong but the silence.",
];

const rollback = (service: Service, region: string, bucket: string | undefined): string[] => [
  `Apply the last good commit: \`npx cdktf apply ${stackId(service.environment, "edge")}\`, which takes minutes, as every cache gets it. ${bucket === undefined ? "Nothing is kept that had to be forgotten." : "An object that was replaced or deleted by mistake is still there as a version before:"}`,
  ...(bucket === undefined ? [] : objectBack(region, bucket)),
];

const objectBack = (region: string, bucket: string): string[] => [
  ...code(
    "sh",
    `aws s3api list-object-versions --region ${region} --bucket ${bucket} --prefix KEY --query 'Versions[].[Key,VersionId,LastModified,IsLatest]'`,
  ),
  "Copy it over the newest, which stays as a version too, and have the caches forget the one that is wrong; the store bears the requests until they have it again:",
  ...code(
    "text",
    `aws s3api copy-object --region ${region} --bucket ${bucket} --key KEY --copy-source '${bucket}/KEY?versionId=VERSION'`,
    "aws cloudfront create-invalidation --distribution-id DISTRIBUTION --paths /KEY",
  ),
];
