import { awsNames, EDGE_REGION, googleNames } from "../../model/names";
import {
  isBatch,
  isContainerService,
  isContentDelivery,
  isInference,
  isVirtualMachines,
  type Service,
} from "../../model/service";
import type { Environment } from "../../model/settle";
import { awsFunction, placeOf } from "../resources";
import type { Link } from "./links";

/** What is logged in the cloud without a collector: by the function, or of each request to the caches. */
export function cloudLogsLink(service: Service, { declaration }: Environment): Link {
  if (isContentDelivery(service)) {
    const { edgeLogGroup } = awsNames(placeOf(service));
    return { title: "Requests in CloudWatch", url: cloudWatchUrl(EDGE_REGION, edgeLogGroup) };
  }
  if (declaration.cloud === "aws") {
    return {
      title: "Logs in CloudWatch",
      url: cloudWatchUrl(declaration.region, logGroupOf(service)),
    };
  }
  const { processor } = googleNames(placeOf(service));
  return { title: "Logs in Cloud Logging", url: cloudLoggingUrl(declaration.project, processor) };
}

function logGroupOf(service: Service): string {
  const place = placeOf(service);
  if (isBatch(service)) return awsNames(place).batch.logGroup;
  if (isContainerService(service)) return awsNames(place).container.logGroup;
  if (isInference(service)) return awsNames(place).endpointLogGroup;
  if (isVirtualMachines(service)) return awsNames(place).machine.logGroup;
  return awsFunction(place).logGroup;
}

/** The console wants the name encoded twice, and a dollar sign for each percent sign. */
function cloudWatchUrl(region: string, logGroup: string): string {
  const group = encodeURIComponent(encodeURIComponent(logGroup)).replaceAll("%", "$");
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group}`;
}

function cloudLoggingUrl(project: string, processor: string): string {
  const query = `resource.type="cloud_run_revision"\nresource.labels.service_name="${processor}"`;
  return `https://console.cloud.google.com/logs/query;query=${encodeURIComponent(query)}?project=${project}`;
}
