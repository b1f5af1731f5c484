import type { ServiceDeclaration } from "../declaration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { longestCellOf } from "../cells/fleet";
import { awsNames } from "../names";
import { settledZones } from "../network/network";
import { TIERS, type Tier, type Zone } from "../network/slots";
import { duplicateProblem, show } from "../problems";
import type { CacheStoreDeclaration } from "./cache_declaration";
import type { FileStoreDeclaration } from "./file_declaration";
import { fileProblems } from "./file_rules";
import { BACKUP_WINDOW, databaseName, MAINTENANCE_WINDOW } from "./networked_defaults";
import type { RelationalDeclaration } from "./relational_declaration";
import { dailySpan, meet, weeklySpan } from "./windows";

export type NetworkedDeclaration =
  RelationalDeclaration | CacheStoreDeclaration | FileStoreDeclaration;

export interface Around {
  readonly name: string;
  readonly service: ServiceDeclaration;
  readonly environment: EnvironmentDeclaration;
}

/** What databases, caches and file systems mean to the network that they stand in, and their fields to one another. */
export function networkedProblems(store: NetworkedDeclaration, around: Around): FieldProblem[] {
  const at = `stores.${around.name}`;
  const { environment, service } = around;
  if (environment.cloud === "google")
    return problemIf(`${at}.kind`, unbuilt(store.kind, environment.name));
  return [
    ...problemIf(`${at}.kind`, uselessProblem(store, service)),
    ...problemIf(at, placeProblem(store, environment) ?? lengthProblem(store, around)),
    ...ownProblems(store, at, { ...around, environment }),
  ];
}

function ownProblems(
  store: NetworkedDeclaration,
  at: string,
  around: Around & { readonly environment: AwsEnvironment },
): FieldProblem[] {
  if (store.kind === "relational") return relationalProblems(store, at, around);
  if (store.kind === "file") return fileProblems(store, at, around);
  return problemIf(`${at}.zones`, zonesProblem(store, around.environment));
}

const CALLED = {
  relational: "relational stores",
  cache: "caches",
  file: "stores of files",
} as const;

const unbuilt = (kind: NetworkedDeclaration["kind"], environment: string): string =>
  `expected "keyValue" on Google Cloud (${environment}), where ${CALLED[kind]} are not built yet (docs/clouds.md); list the service in environments on AWS only, got "${kind}"`;

const uselessProblem = (
  { kind }: NetworkedDeclaration,
  { workload }: ServiceDeclaration,
): string | undefined =>
  workload.kind === "contentDelivery"
    ? `expected "object" or "keyValue" where a service runs no code (contentDelivery), which nobody would connect from, got "${kind}"`
    : undefined;

/** What runs code stands in the private tier, what keeps data in the isolated one. */
function placeProblem(
  { kind }: NetworkedDeclaration,
  environment: AwsEnvironment,
): string | undefined {
  const { name, network } = environment;
  if (network === undefined)
    return `expected a network in ${name}, where it stands; declare \`network\` in the environment, got "${kind}" without one`;
  const lacking = (["private", "isolated"] satisfies Tier[]).find(
    (tier) => !(network.tiers ?? TIERS).includes(tier),
  );
  if (lacking !== undefined)
    return `expected the ${lacking} tier in the network of ${name}; add ${show(lacking)} to its tiers, got ${(network.tiers ?? []).join(", ")}`;
  const zones = settledZones(environment, network);
  if (kind === "file" || zones.length >= 2) return undefined;
  return `expected a network of two zones or more in ${name}, which AWS asks for; add one to its zones, got ${zones.join(", ")}`;
}

/**
 * A cluster's instances are called like it, and a number of two digits.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUser.html
 * @see https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html
 */
const LONGEST = { relational: 60, cache: 40, file: 64 } as const;

function lengthProblem(
  { kind }: NetworkedDeclaration,
  { name, service, environment }: Around,
): string | undefined {
  const place = {
    environment: environment.name,
    cell: longestCellOf(environment),
    name: service.name,
  };
  const full = awsNames(place).networkedStore(name);
  const over = full.length - LONGEST[kind];
  if (over <= 0) return undefined;
  return `expected a name that is ${over} characters shorter, since it would be called ${full} and has at most ${LONGEST[kind]}, got ${show(name)}`;
}

function relationalProblems(
  store: RelationalDeclaration,
  at: string,
  { name, environment }: Around,
): FieldProblem[] {
  return [
    ...problemIf(`${at}.database`, reservedProblem(name, store)),
    ...problemIf(`${at}.zones`, recordedProblem(store.zones, environment, "two zones or more")),
    ...problemIf(`${at}.capacity.min`, capacityProblem(store, environment)),
    ...windowProblems(store, at),
  ];
}

/** Databases that PostgreSQL or RDS has already. */
const RESERVED = ["postgres", "rdsadmin", "template0", "template1"];

function reservedProblem(name: string, store: RelationalDeclaration): string | undefined {
  const database = databaseName(name, store);
  if (!RESERVED.includes(database)) return undefined;
  return `expected a name that no database has before (${RESERVED.join(", ")}), got ${show(database)}`;
}

function capacityProblem(
  { capacity }: RelationalDeclaration,
  { name, stage }: EnvironmentDeclaration,
): string | undefined {
  if (capacity === undefined) return undefined;
  const { min, max } = capacity;
  if (min > max) return `expected at most the largest capacity of ${max}, got ${min}`;
  if (min > 0 || stage === "development") return undefined;
  return `expected 0.5 or more in production (${name}): at 0 the database pauses, and who comes next waits until it runs, got 0`;
}

const SHORTEST_MINUTES = 30;

function windowProblems(store: RelationalDeclaration, at: string): FieldProblem[] {
  const { backupWindow = BACKUP_WINDOW, maintenanceWindow = MAINTENANCE_WINDOW } = store;
  const daily = dailySpan(backupWindow);
  const weekly = weeklySpan(maintenanceWindow);
  const short = (minutes: number, got: string) =>
    minutes >= SHORTEST_MINUTES
      ? undefined
      : `expected ${SHORTEST_MINUTES} minutes or more, got ${show(got)}, which has ${minutes}`;
  const overlapping = meet(weekly, daily)
    ? `expected a time outside of the backup window ${show(backupWindow)}, got ${show(maintenanceWindow)}`
    : undefined;
  return [
    ...problemIf(`${at}.backupWindow`, short(daily.minutes, backupWindow)),
    ...problemIf(
      `${at}.maintenanceWindow`,
      short(weekly.minutes, maintenanceWindow) ?? overlapping,
    ),
  ];
}

/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html */
function zonesProblem(
  { zones }: CacheStoreDeclaration,
  environment: AwsEnvironment,
): string | undefined {
  const { name, stage, network } = environment;
  if (network === undefined) return undefined;
  const known = settledZones(environment, network);
  if (zones === undefined) {
    if (stage === "development") return undefined;
    return `expected the zones that it stands in, in production (${name}): AWS replaces a cache whose zones change, so they are written down; such as ["${known.slice(0, 2).join('", "')}"], got nothing`;
  }
  return recordedProblem(zones, environment, "two or three zones", 3);
}

/** What is recorded has to be there, each once, and as many as AWS takes. */
function recordedProblem(
  zones: readonly Zone[] | undefined,
  environment: EnvironmentDeclaration,
  expected: string,
  most = Infinity,
): string | undefined {
  const { name, network, cloud } = environment;
  if (zones === undefined || network === undefined || cloud !== "aws") return undefined;
  const known = settledZones(environment, network);
  const unknown = zones.find((zone) => !known.includes(zone));
  if (unknown !== undefined)
    return `expected zones of the network of ${name} (${known.join(", ")}), got ${show(unknown)}`;
  const twice = duplicateProblem(zones);
  if (twice !== undefined || (zones.length >= 2 && zones.length <= most)) return twice;
  return `expected ${expected}, as AWS takes them, got ${zones.length}`;
}
