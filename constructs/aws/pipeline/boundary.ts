import { capital, type Grant } from "../policy";
import { DELIVER_LOGS } from "../workflow/workflow_grants";
import { grantOn } from "./access";
import { beyondEnvironment } from "./beyond";
import type { Reach } from "./reach";
import type { ScopeName } from "./scopes";

/** What the code of services reaches, by the service of its actions. */
const REACHED: Readonly<Record<string, ScopeName>> = {
  "acm-pca": "certificateAuthorities",
  backup: "backupVaults",
  batch: "startedJobs",
  bedrock: "models",
  cloudwatch: "alarms",
  dynamodb: "tables",
  ecr: "images",
  ecs: "jobMachines",
  elasticache: "caches",
  elasticfilesystem: "fileSystems",
  events: "eventBuses",
  kms: "keys",
  lambda: "functions",
  logs: "logsOfRoles",
  "rds-db": "databaseUsers",
  rds: "copiedDatabases",
  s3: "objects",
  secretsmanager: "secrets",
  sns: "topics",
  sqs: "queues",
  ssm: "machinesThemselves",
  states: "stateMachines",
  sagemaker: "endpoints",
  ssmmessages: "anywhere",
  xray: "anywhere",
};

/** With which AWS puts what it runs for a service into the environment's network: it knows no resource that is there before. */
const INTERFACES = [
  ...["AssignPrivateIpAddresses", "UnassignPrivateIpAddresses"],
  ...["CreateNetworkInterface", "CreateNetworkInterfacePermission"],
  ...["DeleteNetworkInterface", "DeleteNetworkInterfacePermission"],
  ...["DescribeDhcpOptions", "DescribeNetworkInterfaces", "DescribeSecurityGroups"],
  ...["DescribeSubnets", "DescribeVpcs"],
];

/** Actions that reach something else than the others of their service. */
const APART: Readonly<Record<string, ScopeName | readonly ScopeName[]>> = {
  ...Object.fromEntries(
    [...DELIVER_LOGS.actions, "logs:DescribeLogGroups"].map((one) => [one, "anywhere" as const]),
  ),
  ...Object.fromEntries(INTERFACES.map((one) => [`ec2:${one}`, "anywhere" as const])),
  "cloudwatch:PutMetricData": "anywhere",
  "ec2:CreateSnapshot": ["copiedDisks", "newSnapshots"],
  "ec2:CreateSnapshots": ["copiedDisks", "newSnapshots"],
  "ec2:CreateTags": "newSnapshots",
  "ec2:DeleteSnapshot": "snapshots",
  "ec2:DescribeInstances": "anywhere",
  "ec2:DescribeSnapshots": "anywhere",
  "ec2:DescribeVolumes": "anywhere",
  "ecr:GetAuthorizationToken": "anywhere",
  "ecs:DiscoverPollEndpoint": "anywhere",
  "rds:RestoreDBClusterFromSnapshot": "restoredDatabases",
  "s3:GetReplicationConfiguration": "storeBuckets",
  "s3:ListBucket": "storeBuckets",
  "secretsmanager:GetRandomPassword": "anywhere",
};

/**
 * The most that any role of a service may do, whoever writes its policy: the actions that the services' roles have now, on
 * what is the environment's, and on what endpoints of inference reach beyond it.
 *
 * @param documents - the policies of those roles, as JSON
 * @throws on an action of a service that nobody has said the reach of
 */
export function boundaryGrants(documents: readonly string[], reach: Reach): Grant[] {
  const byScope = new Map<ScopeName, Set<string>>();
  for (const statement of documents.flatMap(statementsIn)) {
    for (const action of [statement.Action].flat())
      for (const scope of reachOf(action, statement, reach))
        byScope.set(scope, (byScope.get(scope) ?? new Set()).add(action));
  }
  return [...byScope].map(([scope, actions]) => grantOn(scope, capital(scope), actions, reach));
}

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

const statementsIn = (document: string): readonly Statement[] =>
  (JSON.parse(document) as { readonly Statement: readonly Statement[] }).Statement;

/** Secrets that ECS makes and names itself: the keys by which services speak TLS. */
const madeByEcs = ({ Resource }: Statement): boolean =>
  [Resource].flat().every((one) => one.includes(":secret:ecs-sc!"));

function reachOf(action: string, statement: Statement, reach: Reach): readonly ScopeName[] {
  if (madeByEcs(statement)) return ["connectSecrets"];
  const beyond = beyondEnvironment(action, [statement.Resource].flat(), reach);
  if (beyond !== undefined) return [beyond];
  const scope = APART[action] ?? REACHED[action.split(":")[0] ?? ""];
  if (scope !== undefined) return typeof scope === "string" ? [scope] : scope;
  throw new Error(
    `${action}: say in constructs/aws/pipeline/boundary.ts what it may reach at most`,
  );
}
