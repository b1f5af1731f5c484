import type { IdleKind } from "../../model/cost/idle";
import { USES, type WatchedResource } from "../tickets/idle";

/** By which dimension CloudWatch names each; those that it names by an id of AWS's own are looked for by name. */
const DIMENSION: Readonly<Partial<Record<IdleKind, string>>> = {
  function: "FunctionName",
  queue: "QueueName",
  keyValue: "TableName",
  relational: "DBClusterIdentifier",
  cache: "clusterId",
};

const DAY = 86_400;

/** What shows its use by the day: as the exporter's metric says, without the exporter. */
export function idleCommands(resource: WatchedResource, region: string): string[] {
  const { kind, afterDays, emitters } = resource;
  const dimension = DIMENSION[kind];
  if (dimension === undefined)
    return USES[kind].signals.map(
      ({ namespace, metric }) =>
        `aws cloudwatch list-metrics --region ${region} --namespace ${namespace} --metric-name ${metric} --query 'Metrics[].Dimensions'`,
    );
  return emitters.map(({ selector, signal: { namespace, metric, statistic } }) => {
    const [, name = ""] = /dimension_\w+="([^"]*)"/.exec(selector) ?? [];
    return `aws cloudwatch get-metric-statistics --region ${region} --namespace ${namespace} --metric-name ${metric} --dimensions Name=${dimension},Value=${name} --statistics ${statistic} --period ${DAY} --start-time "$(date -u -d '${afterDays} days ago' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" --query 'Datapoints[].[Timestamp,${statistic}]'`;
  });
}
