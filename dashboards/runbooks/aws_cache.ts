import type { CacheStore } from "../../model/service";
import type { StoreCommands } from "./aws_stores";
import { code } from "./page";

/** How the CLI is told of a cache. */
interface Placed {
  readonly region: string;
  readonly cache: string;
  readonly service: string;
}

/** For a cache of ElastiCache Serverless. */
export const cacheCommands = (at: Placed, store: CacheStore): StoreCommands => ({
  impact:
    "Commands are slowed or refused, or keys are gone before their time: more is asked of what the cache stands before, and answers are slower.",
  look: [...state(at), ...inside],
  relief: [...limits(at, store), ...deployed(at), ...failover],
  undoRelief: undo(at, store),
});

const state = ({ region, cache }: Placed): string[] => [
  "How it is, what it may hold and work, and what ElastiCache did of late:",
  ...code(
    "sh",
    `aws elasticache describe-serverless-caches --region ${region} --serverless-cache-name ${cache} --query 'ServerlessCaches[0].[Status,CacheUsageLimits]'`,
    `aws elasticache describe-events --region ${region} --source-type serverless-cache --source-identifier ${cache} --duration 1440`,
  ),
];

const inside: readonly string[] = [
  "What it holds and which commands it is asked, by a client that is let in (docs/data.md); `--bigkeys` reads every key once, slowly:",
  ...code("text", "INFO memory", "INFO commandstats", "valkey-cli --tls --bigkeys -i 0.1"),
];

const limited = ({ region, cache }: Placed, storageGb: number, ecpuPerSecond: number): string =>
  `aws elasticache modify-serverless-cache --region ${region} --serverless-cache-name ${cache} --cache-usage-limits 'DataStorage={Maximum=${storageGb},Unit=GB},ECPUPerSecond={Maximum=${ecpuPerSecond}}'`;

const limits = (at: Placed, { storageGb, ecpuPerSecond }: CacheStore): string[] => [
  `\`data\`, \`evictions\`, \`processing\` and \`throttled\`: it is at its limits, or near. Twice the ${storageGb} GB and the ${ecpuPerSecond} processing units a second, while it goes on answering; then declare \`limits\`, or the next apply takes them back:`,
  ...code("sh", limited(at, 2 * storageGb, 2 * ecpuPerSecond)),
  "Commands can be slowed below the limit too, where more comes in a minute or two than ElastiCache scales for: that passes by itself.",
  "",
];

const deployed = ({ service }: Placed): string[] => [
  `Where it began with a deploy of ${service}: keys without a time to live fill a cache for ever, and a command over many keys (\`KEYS\`, \`SMEMBERS\`, a large \`MGET\`) takes a processing unit for each kilobyte.`,
  "",
];

const failover: readonly string[] = [
  "There is no failover to order: ElastiCache keeps each part of the data in every zone of the cache, and goes on by itself where one is lost.",
];

const undo = (at: Placed, { storageGb, ecpuPerSecond }: CacheStore): string[] => [
  "The limits are declared; as they were:",
  ...code("sh", limited(at, storageGb, ecpuPerSecond)),
];
