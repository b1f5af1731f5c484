import type { RelationalStore } from "../../model/service";
import { PAUSE_AFTER_SECONDS } from "../../model/stores/networked_settled";
import { mostConnections } from "../tickets/connections";
import type { StoreCommands } from "./aws_stores";
import { code } from "./page";

/** How the CLI is told of a database. */
interface Placed {
  readonly region: string;
  readonly cluster: string;
  readonly service: string;
}

/** For a database of Aurora Serverless v2. */
export const databaseCommands = (at: Placed, store: RelationalStore): StoreCommands => ({
  impact:
    "Queries wait, new connections are refused, or what is read is old, as the reason says; whoever waits for the service waits too.",
  look: [...state(at), ...inside, ...logged(at)],
  relief: [...capacity(at, store), ...connections(at, store), ...locks, ...failover(at, store)],
  undoRelief: undo(at, store),
});

const state = ({ region, cluster }: Placed): string[] => [
  "How far it may scale, which instance writes, how each is, and what RDS did of late: a failover, a restart, an upgrade:",
  ...code(
    "sh",
    `aws rds describe-db-clusters --region ${region} --db-cluster-identifier ${cluster} --query 'DBClusters[0].[Status,ServerlessV2ScalingConfiguration,DBClusterMembers[].[DBInstanceIdentifier,IsClusterWriter]]'`,
    `aws rds describe-db-instances --region ${region} --filters Name=db-cluster-id,Values=${cluster} --query 'DBInstances[].[DBInstanceIdentifier,DBInstanceStatus,AvailabilityZone]'`,
    `aws rds describe-events --region ${region} --source-type db-cluster --source-identifier ${cluster} --duration 1440`,
  ),
];

/** Nobody has to be in the network for them: the Data API runs them. */
const inside: readonly string[] = [
  "What runs, what it waits for, and who holds what it waits for; by the Data API, as its first user was made (docs/data.md), or by any client:",
  ...code(
    "sql",
    "SELECT pid, usename, state, wait_event_type, now() - query_start AS since, pg_blocking_pids(pid) AS waits_for, left(query, 80)",
    "FROM pg_stat_activity WHERE backend_type = 'client backend' ORDER BY query_start LIMIT 50;",
    "SELECT usename, state, count(*) FROM pg_stat_activity GROUP BY 1, 2 ORDER BY 3 DESC;",
  ),
];

const logged = ({ cluster }: Placed): string[] => [
  `Deadlocks with the statements that were in them, and connections that were refused, in CloudWatch Logs Insights over the log group \`/aws/rds/cluster/${cluster}/postgresql\`:`,
  ...code(
    "text",
    "fields @timestamp, @message",
    "| filter @message like /deadlock detected|Process \\d+ waits|remaining connection slots|too many clients/",
    "| sort @timestamp desc",
    "| limit 20",
  ),
];

/** Whoever names the capacity names the pause too, or it is taken away. */
const paused = (min: number): string =>
  min === 0 ? `,SecondsUntilAutoPause=${PAUSE_AFTER_SECONDS}` : "";

const scaling = ({ region, cluster }: Placed, min: number, max: number): string =>
  `aws rds modify-db-cluster --region ${region} --db-cluster-identifier ${cluster} --serverless-v2-scaling-configuration MinCapacity=${min},MaxCapacity=${max}${paused(min)} --apply-immediately`;

/** AWS lets an instance have so many units at most. */
const MOST_CAPACITY = 256;

const doubled = ({ capacity }: RelationalStore): number =>
  Math.min(2 * capacity.max, MOST_CAPACITY);

const capacity = (at: Placed, store: RelationalStore): string[] => [
  `\`capacity\`: it scales no further. Twice the ${store.capacity.max} units, without a restart; then declare \`capacity.max\`, or the next apply takes them back:`,
  ...code("sh", scaling(at, store.capacity.min, doubled(store))),
];

const connections = ({ service }: Placed, store: RelationalStore): string[] => [
  `\`connections\`: an instance takes ${mostConnections(store.capacity)}, which follows from the most capacity and changes with a restart alone. Fewer tasks or smaller pools of ${service} help at once; connections that have been idle for ten minutes can be ended:`,
  ...code(
    "sql",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity",
    "WHERE state IN ('idle', 'idle in transaction') AND state_change < now() - interval '10 minutes' AND usename LIKE 'app\\_%';",
  ),
];

const locks: readonly string[] = [
  "`deadlocks`: PostgreSQL has ended one of the transactions, and the code tries it again or does not. Put the last good version back where they began with a deploy; in the end, statements have to lock rows in one order. One transaction that holds up all others can be ended:",
  ...code("sql", "SELECT pg_terminate_backend(PID);"),
];

const restart = ({ region, cluster }: Placed): string[] => [
  "An instance that hangs is started anew; nothing is answered until it is up, about a minute:",
  ...code(
    "sh",
    `aws rds reboot-db-instance --region ${region} --db-instance-identifier ${cluster}-1`,
  ),
];

/** Without a reader there is nothing to fail over to. */
const failover = (at: Placed, { readers }: RelationalStore): string[] =>
  readers === 0
    ? restart(at)
    : [
        "`replica_lag`: a reader that works as much as it may applies changes late, so give it more capacity as above, or read from the instance that writes.",
        "",
        "The instance that writes hangs: a reader takes its place within about half a minute, and open connections end. RDS does so by itself where the instance fails:",
        ...code(
          "sh",
          `aws rds failover-db-cluster --region ${at.region} --db-cluster-identifier ${at.cluster}`,
        ),
      ];

const undo = (at: Placed, store: RelationalStore): string[] => [
  `How far it scales is declared; as it was:`,
  ...code("sh", scaling(at, store.capacity.min, store.capacity.max)),
  "What was ended or failed over needs no way back: clients connect anew, and either instance may write.",
];
