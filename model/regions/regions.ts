import { seconds } from "../duration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../environment";
import { isEventDriven, type Queue, type Service, type ServiceRegion } from "../service";
import type { RegionalServiceDeclaration, RegionsDeclaration, RegionsMode } from "./declaration";
import { cellInRegion } from "./name";

/** The two regions of an environment, every default settled. */
export interface Regions {
  /** The environment's own. */
  readonly first: string;
  readonly second: string;
  readonly mode: RegionsMode;
  /** What is in the second region, as a cell: `c01-us-west-2`. */
  readonly cell: string;
  /** By the service's name. */
  readonly services: Readonly<Record<string, RegionalService>>;
}

/** How a service that is in both regions is found and watched. */
export interface RegionalService {
  /** The whole name that leads to the region in use. */
  readonly host: string;
  /** Undefined: a region is healthy while it can be connected to. */
  readonly health: string | undefined;
  /** Seconds after which an event that still waits says that its region is not healthy; undefined where there is no queue. */
  readonly lateSeconds: number | undefined;
}

/** The regions of an environment, where it declares them. */
export const regionsOf = (environment: EnvironmentDeclaration): RegionsDeclaration | undefined =>
  environment.cloud === "aws" ? environment.regions : undefined;

/** The environment's region, as that of a service which is in another one too. */
export function regionOf(
  environment: EnvironmentDeclaration,
  service: string,
): ServiceRegion | undefined {
  const declared = regionsOf(environment);
  const isInBoth = declared !== undefined && Object.hasOwn(declared.services, service);
  return isInBoth ? { name: environment.region, waits: false } : undefined;
}

/** Room for a message that was set aside at its last moment. */
const SLACK_SECONDS = 300;

/** How long a message may take that is tried as often as it may be. */
export const longestSeconds = ({ attempts, visibilityTimeoutSeconds }: Queue): number =>
  attempts * visibilityTimeoutSeconds;

/** @param services - settled */
export function settleRegions(
  environment: EnvironmentDeclaration,
  services: readonly Service[],
): Regions | undefined {
  const declared = regionsOf(environment);
  if (declared === undefined) return undefined;
  const { region, dns } = environment as AwsEnvironment;
  const { second, mode } = declared;
  const inBoth = services.filter(({ name }) => Object.hasOwn(declared.services, name));
  return {
    ...{ first: region, second, mode, cell: cellInRegion(second) },
    services: Object.fromEntries(
      inBoth.map((service) => [
        service.name,
        settleService(service, declared.services[service.name] ?? {}, dns?.zone ?? ""),
      ]),
    ),
  };
}

const settleService = (
  service: Service,
  { host, health, late }: RegionalServiceDeclaration,
  zone: string,
): RegionalService => ({
  host: host ?? hostOf(service.name, zone),
  health,
  lateSeconds: isEventDriven(service) ? lateOf(service.workload.queue, late) : undefined,
});

/** Where a service is found that says no host. */
export const hostOf = (service: string, zone: string): string => `${service}.${zone}`;

const lateOf = (queue: Queue, late: RegionalServiceDeclaration["late"]): number =>
  late === undefined ? longestSeconds(queue) + SLACK_SECONDS : seconds(late);
