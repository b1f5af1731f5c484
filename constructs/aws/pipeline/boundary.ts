import { capital, type Grant } from "../policy";
import { grantOn } from "./access";
import type { Reach } from "./reach";
import type { ScopeName } from "./scopes";

/** What the code of services reaches, by the service of its actions. */
const REACHED: Readonly<Record<string, ScopeName>> = {
  backup: "backupVaults",
  dynamodb: "tables",
  ecr: "images",
  elasticache: "caches",
  kms: "keys",
  lambda: "functions",
  logs: "logsOfRoles",
  "rds-db": "databaseUsers",
  rds: "copiedDatabases",
  s3: "objects",
  secretsmanager: "secrets",
  sqs: "queues",
  ssm: "machinesThemselves",
  ssmmessages: "anywhere",
  xray: "anywhere",
};

/** Actions that reach something else than the others of their service. */
const APART: Readonly<Record<string, ScopeName | readonly ScopeName[]>> = {
  "ec2:CreateSnapshot": ["copiedDisks", "newSnapshots"],
  "ec2:CreateSnapshots": ["copiedDisks", "newSnapshots"],
  "ec2:CreateTags": "newSnapshots",
  "ec2:DeleteSnapshot": "snapshots",
  "ec2:DescribeInstances": "anywhere",
  "ec2:DescribeSnapshots": "anywhere",
  "ec2:DescribeVolumes": "anywhere",
  "ecr:GetAuthorizationToken": "anywhere",
  "rds:RestoreDBClusterFromSnapshot": "restoredDatabases",
  "s3:GetReplicationConfiguration": "storeBuckets",
  "s3:ListBucket": "storeBuckets",
};

/**
 * The most that any role of a service may do, whoever writes its policy: the actions that the services' roles have now, on
 * what is the environment's.
 *
 * @param documents - the policies of those roles, as JSON
 * @throws on an action of a service that nobody has said the reach of
 */
export function boundaryGrants(documents: readonly string[], reach: Reach): Grant[] {
  const byScope = new Map<ScopeName, Set<string>>();
  for (const action of documents.flatMap(actionsIn)) {
    for (const scope of reachOf(action))
      byScope.set(scope, (byScope.get(scope) ?? new Set()).add(action));
  }
  return [...byScope].map(([scope, actions]) => grantOn(scope, capital(scope), actions, reach));
}

interface Document {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[];
}

const actionsIn = (document: string): string[] =>
  (JSON.parse(document) as Document).Statement.flatMap(({ Action }) => Action);

function reachOf(action: string): readonly ScopeName[] {
  const scope = APART[action] ?? REACHED[action.split(":")[0] ?? ""];
  if (scope !== undefined) return typeof scope === "string" ? [scope] : scope;
  throw new Error(
    `${action}: say in constructs/aws/pipeline/boundary.ts what it may reach at most`,
  );
}
