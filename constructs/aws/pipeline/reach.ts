import type { Dns } from "../../../model/dns/dns";
import { EDGE_REGION, FIRST_CELL, stackId } from "../../../model/names";
import { partition, type Location } from "../arn";
import type { Conditions } from "../policy";

/** What a role of the pipeline reaches. */
export interface Reach {
  readonly location: Location;
  /** Where the stacks' resources are: the environment's region first, then those of an edge and of copies. */
  readonly regions: readonly string[];
  /** Where cells are. @default - in the environment's region */
  readonly cellRegions?: readonly string[];
  /** Where tables are copied to. */
  readonly copyRegions: readonly string[];
  /** Secrets whose values an apply makes, by their names. */
  readonly generatedSecrets: readonly string[];
  readonly environment: string;
  /** With whose ids the names of everything reached begin. */
  readonly stacks: readonly HeldStack[];
  /** Buckets by their whole name. */
  readonly buckets: readonly string[];
  readonly issuer: string;
  /** ARN of the boundary that every role of a service has. */
  readonly boundary: string;
  /** The environment's zone; undefined where none is declared. */
  readonly dns: Dns | undefined;
}

/** A stack and what it holds. */
export interface HeldStack {
  readonly id: string;
  /** Terraform types of its resources. */
  readonly types: readonly string[];
  /** Where its resources are. @default - in the environment's region */
  readonly region?: string | undefined;
}

export interface Scope {
  readonly resources: (reach: Reach) => readonly string[];
  readonly conditions?: (reach: Reach) => Conditions;
}

/** The same in those stacks alone that hold one of these types. */
export const holding = (reach: Reach, types: readonly string[]): Reach => ({
  ...reach,
  stacks: reach.stacks.filter((stack) => stack.types.some((type) => types.includes(type))),
});

export const holds = (reach: Reach, type: string): boolean =>
  holding(reach, [type]).stacks.length > 0;

/** The reach as each region has it that cells are in: its stacks, and its part of what ARNs name. */
export function byRegion(reach: Reach): Reach[] {
  const { location, stacks } = reach;
  const regions = [...new Set(stacks.map(({ region = location.region }) => region))];
  if (regions.every((region) => region === location.region)) return [reach];
  return regions.map((region) => ({
    ...reach,
    location: { ...location, region },
    stacks: stacks.filter((stack) => (stack.region ?? location.region) === region),
  }));
}

export const named =
  (name: (reach: Reach, pattern: string) => string | readonly string[]) =>
  (reach: Reach): readonly string[] => [
    ...new Set(
      reach.stacks
        .flatMap((stack) => startsOf(stack, reach))
        .flatMap((start) => name(reach, `${start}-*`)),
    ),
  ];

/** With what names in a stack begin. What a service has at the edge is called as it is in its first cell, which stacks of cells hold already. */
function startsOf(stack: HeldStack, reach: Reach): string[] {
  if (!isEdge(stack, reach) || reach.stacks.some((one) => isCell(one, reach))) return [stack.id];
  return [stackId(reach.environment, FIRST_CELL), stack.id];
}

/** Cells of a fleet are one: `prod-c??`. */
const isCell = ({ id }: HeldStack, { environment }: Reach): boolean =>
  id.startsWith(stackId(environment, "")) &&
  /^c[\d?*]+$/.test(id.slice(stackId(environment, "").length));

const isEdge = ({ id }: HeldStack, { environment }: Reach): boolean =>
  id === stackId(environment, "edge");

/** The environment's edge alone, in its region. */
export const theEdge = (reach: Reach): Reach => ({
  ...reach,
  stacks: reach.stacks.filter((stack) => isEdge(stack, reach)),
  location: { ...reach.location, region: EDGE_REGION },
});

/** Every other stack. */
export const butTheEdge = (reach: Reach): Reach => ({
  ...reach,
  stacks: reach.stacks.filter((stack) => !isEdge(stack, reach)),
});

/** As {@link named}, of what copies in a second region are called after. */
export const namedAtHome =
  (name: (reach: Reach, pattern: string) => string) =>
  (reach: Reach): readonly string[] => [
    ...new Set(reach.stacks.map((stack) => name(reach, `${homeId(stack)}-*`))),
  ];

const homeId = ({ id, region }: HeldStack): string =>
  region === undefined ? id : id.slice(0, -region.length - 1);

/** In each region of cells: of two, either holds what tells of the other. */
export const inEachRegion =
  (resources: (reach: Reach) => readonly string[]) =>
  (reach: Reach): readonly string[] =>
    (reach.cellRegions ?? [reach.location.region]).flatMap((region) =>
      resources({ ...reach, location: { ...reach.location, region } }),
    );

/** What AWS names itself is known by the environment's tag. */
export const tagged = ({ environment }: Reach): Conditions => ({
  StringEquals: { "aws:ResourceTag/environment": environment },
});

export const toBeTagged = ({ environment }: Reach): Conditions => ({
  StringEquals: { "aws:RequestTag/environment": environment },
});

export const regional =
  (service: string, ...resources: readonly string[]) =>
  ({ location: { account, region } }: Reach): readonly string[] =>
    resources.map((one) => `arn:${partition(region)}:${service}:${region}:${account}:${one}`);

/** What names begin so, of a service whose ARNs hold them after `kind`. */
export const namedIn = (service: string, kind: string) =>
  named((reach, name) => regional(service, `${kind}${name}`)(reach));

/** The same in each region of the stacks. */
export const everywhere =
  (resources: (reach: Reach) => readonly string[]) =>
  (reach: Reach): readonly string[] =>
    reach.regions.flatMap((region) =>
      resources({ ...reach, location: { ...reach.location, region } }),
    );

/** Of a service that has no region. */
export const worldwide = (
  service: string,
  { location: { account, region } }: Reach,
  resource: string,
): string => `arn:${partition(region)}:${service}::${account}:${resource}`;

export const atTheEdge = (
  service: string,
  { location: { account } }: Reach,
  resource: string,
): string => `arn:${partition(EDGE_REGION)}:${service}:${EDGE_REGION}:${account}:${resource}`;
