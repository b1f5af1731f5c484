import type { Duration, ServiceDeclaration, StoreDeclaration } from "../declaration";
import { days } from "../duration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { longestCellOf } from "../cells/fleet";
import { awsNames } from "../names";
import { show } from "../problems";
import { keyValueProblems } from "./key_value_rules";
import { networkedProblems, type Around } from "./networked_rules";
import { DEFAULT_TIER, DOWN_TO, replicaTransitions, settleTransitions } from "./object_defaults";
import type {
  ObjectStoreDeclaration,
  ReplicateDeclaration,
  StorageTier,
} from "./object_declaration";
import type { Transition } from "./object_settled";
import { regionProblem } from "./regions";

/** What the fields of a service's stores mean to one another and to the cloud; paths start at the service. */
export function storeProblems(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  return Object.entries(service.stores).flatMap(([name, store]) =>
    problemsOf(store, { name, service, environment }),
  );
}

function problemsOf(store: StoreDeclaration, around: Around): FieldProblem[] {
  if (store.kind === "object") return objectProblems(store, around);
  if (store.kind === "keyValue") return keyValueProblems(store, around);
  return networkedProblems(store, around);
}

function objectProblems(store: ObjectStoreDeclaration, around: Around): FieldProblem[] {
  const at = `stores.${around.name}`;
  const { environment } = around;
  if (environment.cloud === "google") return problemIf(`${at}.kind`, unbuilt(environment.name));
  return [
    ...problemIf(at, lengthProblem(around, store, environment.account)),
    ...afterProblems(store, at),
    ...problemIf(`${at}.expireAfter`, expiryProblem(store)),
    ...problemIf(`${at}.immutable.mode`, foreverProblem(store, environment)),
    ...replicaProblems(store, at, environment),
  ];
}

const unbuilt = (environment: string): string =>
  `expected "keyValue" on Google Cloud (${environment}), where object stores are not built yet (docs/clouds.md); list the service in environments on AWS only, got "object"`;

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const LONGEST_BUCKET = 63;

function lengthProblem(
  { name, service, environment }: Around,
  { replicate }: ObjectStoreDeclaration,
  account: string,
) {
  const place = {
    environment: environment.name,
    cell: longestCellOf(environment),
    name: service.name,
  };
  const names = awsNames(place);
  const bucket = (replicate ? names.replica : names.bucket)(name, account);
  if (bucket.length <= LONGEST_BUCKET) return undefined;
  return `expected a name that is ${bucket.length - LONGEST_BUCKET} characters shorter, since its bucket would be called ${bucket} and a bucket's name has at most ${LONGEST_BUCKET}, got ${show(name)}`;
}

/** What S3 bills each class for at the least, whenever an object leaves it. */
const LEAST_DAYS = { warm: 30, cold: 30, archive: 90, auto: 0 } as const;

function afterProblems(store: ObjectStoreDeclaration, at: string): FieldProblem[] {
  const { tier = DEFAULT_TIER, after = {} } = store;
  const transitions = settleTransitions(tier, after);
  const unused = (["warm", "cold", "archive"] as const).filter(
    (to) => after[to] !== undefined && !DOWN_TO[tier].includes(to),
  );
  return [
    ...unused.flatMap((to) => problemIf(`${at}.after.${to}`, unusedProblem(tier, after[to]))),
    ...transitions.flatMap(({ to }, index) =>
      problemIf(`${at}.after.${to}`, soonProblem(transitions, index)),
    ),
  ];
}

function unusedProblem(tier: StorageTier, declared: Duration | undefined): string {
  const classes = DOWN_TO[tier].filter((to) => to !== "auto");
  const own = classes.length === 0 ? "nothing" : classes.join(" and ");
  return `expected ${own} of the tier "${tier}", whose objects go down to no such class, got ${show(declared)}`;
}

function soonProblem(transitions: readonly Transition[], index: number): string | undefined {
  const { to, afterDays } = transitions[index] as Transition;
  const before = transitions[index - 1];
  const least = (before?.afterDays ?? 0) + LEAST_DAYS[to];
  if (afterDays >= least) return undefined;
  const why =
    before === undefined
      ? "which S3 asks of objects before it keeps them for seldom use"
      : `${LEAST_DAYS[to]} days after ${before.to}, which S3 bills for as long`;
  return `expected at least "${least}d", ${why}, got "${afterDays}d"`;
}

function expiryProblem(store: ObjectStoreDeclaration): string | undefined {
  const { expireAfter, immutable, tier = DEFAULT_TIER, after } = store;
  if (expireAfter === undefined) return undefined;
  if (immutable !== undefined && days(expireAfter) < days(immutable.for))
    return `expected at least the ${show(immutable.for)} for which nobody can delete them (\`immutable\`), got ${show(expireAfter)}`;
  const last = settleTransitions(tier, after).at(-1);
  if (last === undefined || days(expireAfter) > last.afterDays) return undefined;
  return `expected more than the "${last.afterDays}d" after which objects go to ${last.to}, or none ever does, got ${show(expireAfter)}`;
}

function foreverProblem(
  { immutable }: ObjectStoreDeclaration,
  { name, stage }: EnvironmentDeclaration,
): string | undefined {
  if (immutable?.mode !== "compliance" || stage === "production") return undefined;
  return `expected "governance" in an environment of development (${name}), which is removed one day: what is kept by "compliance" nobody can delete, got "compliance"`;
}

function replicaProblems(
  store: ObjectStoreDeclaration,
  at: string,
  environment: AwsEnvironment,
): FieldProblem[] {
  const { replicate } = store;
  if (replicate === undefined) return [];
  return [
    ...problemIf(`${at}.replicate.to`, regionProblem(replicate.to, environment)),
    ...problemIf(`${at}.replicate.tier`, replicaExpiryProblem(store, replicate)),
  ];
}

function replicaExpiryProblem(
  store: ObjectStoreDeclaration,
  replicate: ReplicateDeclaration,
): string | undefined {
  const { expireAfter } = store;
  const last = replicaTransitions(replicate, store).at(-1);
  if (replicate.tier === undefined || expireAfter === undefined || last === undefined)
    return undefined;
  if (days(expireAfter) > last.afterDays) return undefined;
  return `expected a tier whose objects go to their last class before the ${show(expireAfter)} after which they are deleted (\`expireAfter\`), got ${show(replicate.tier)}, whose objects go to ${last.to} after "${last.afterDays}d"`;
}
