import type { Dns } from "../../../model/dns/dns";
import { EDGE_REGION } from "../../../model/names";
import { partition, type Location } from "../arn";
import type { Conditions } from "../policy";

/** What a role of the pipeline reaches. */
export interface Reach {
  readonly location: Location;
  /** Where the stacks' resources are: the environment's region first, then those of an edge and of copies. */
  readonly regions: readonly string[];
  readonly environment: string;
  /** What the names of everything reached begin with: ids of stacks. */
  readonly stacks: readonly string[];
  /** Whether containers run in them, which log to groups of their own. */
  readonly containers: boolean;
  /** Buckets by their whole name. */
  readonly buckets: readonly string[];
  readonly issuer: string;
  /** ARN of the boundary that every role of a service has. */
  readonly boundary: string;
  /** The environment's zone; undefined where none is declared. */
  readonly dns: Dns | undefined;
}

export interface Scope {
  readonly resources: (reach: Reach) => readonly string[];
  readonly conditions?: (reach: Reach) => Conditions;
}

export const named =
  (name: (reach: Reach, pattern: string) => string | readonly string[]) =>
  (reach: Reach): readonly string[] =>
    reach.stacks.flatMap((stack) => name(reach, `${stack}-*`));

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
