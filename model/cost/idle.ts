import { days } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import type { Zone } from "../network/slots";
import type { IdleDeclaration } from "./declaration";

/** When a resource is told of that nobody uses. */
export interface Idle {
  readonly afterDays: number;
  readonly expected: readonly string[];
}

/** A fortnight holds what is done once a week, and the days on which it was not. */
const AFTER = "14d";

/** @returns undefined where nobody is told: in development by default, which rests at night and between two tasks */
export function settleIdle(
  declared: IdleDeclaration | "none" | undefined,
  stage: EnvironmentDeclaration["stage"],
): Idle | undefined {
  if (declared === "none") return undefined;
  if (declared === undefined && stage === "development") return undefined;
  return { afterDays: days(declared?.after ?? AFTER), expected: declared?.expected ?? [] };
}

/** What can stand idle of a service, or of what services share. */
export type IdleKind =
  | "function"
  | "queue"
  | "containers"
  | "machines"
  | "keyValue"
  | "relational"
  | "cache"
  | "loadBalancer"
  | "natGateway";

/** A resource that costs, or can be attacked, whether anybody uses it or not. */
export interface IdleResource {
  readonly kind: IdleKind;
  /** Undefined of what services share. */
  readonly service: string | undefined;
  /** As `expected` names it: `function`, `stores.state`, `network.nat.a`; of a service's, after the service's name. */
  readonly resource: string;
  /** The store's name, or the gateway's zone. @default "" */
  readonly name: string;
}

/** A service as far as it says what stands. */
interface Standing {
  readonly name: string;
  readonly workload: { readonly kind: string; readonly host?: string | undefined };
  readonly stores: readonly { readonly kind: string; readonly name: string }[];
}

/** All that can stand idle in an environment of AWS. @param natZones - those that have a NAT gateway */
export const idleResources = (
  services: readonly Standing[],
  natZones: readonly Zone[],
): IdleResource[] => [
  ...services.flatMap(ofService),
  ...(services.some(isBalanced)
    ? [{ ...SHARED, kind: "loadBalancer" as const, resource: "loadBalancer" }]
    : []),
  ...natZones.map((zone) => ({
    ...{ ...SHARED, kind: "natGateway" as const },
    ...{ resource: `network.nat.${zone}`, name: zone },
  })),
];

const SHARED = { service: undefined, name: "" } as const;

const isBalanced = ({ workload: { kind, host } }: Standing): boolean =>
  (kind === "containerService" || kind === "virtualMachines") && host !== undefined;

function ofService(service: Standing): IdleResource[] {
  const own = (kind: IdleKind): IdleResource => ({
    ...{ kind, service: service.name, resource: kind, name: "" },
  });
  return [
    ...ofWorkload(service).map(own),
    ...service.stores.flatMap(({ kind, name }) =>
      isStore(kind) ? [{ ...own(kind), resource: `stores.${name}`, name }] : [],
    ),
  ];
}

/** What an object store keeps is looked at on the day on which it is needed. */
const STORES = ["keyValue", "relational", "cache"] as const;

const isStore = (kind: string): kind is (typeof STORES)[number] =>
  (STORES as readonly string[]).includes(kind);

function ofWorkload(service: Standing): IdleKind[] {
  switch (service.workload.kind) {
    case "eventDriven":
    case "workflow":
      return ["function", "queue"];
    case "requestDriven":
    case "graphql":
      return ["function"];
    case "containerService":
      return isBalanced(service) ? ["containers"] : [];
    case "virtualMachines":
      return isBalanced(service) ? ["machines"] : [];
    default:
      return [];
  }
}

/** As `expected` names it. */
export const idlePath = ({ service, resource }: IdleResource): string =>
  service === undefined ? resource : `${service}.${resource}`;

/** Whether one of `expected` names it, or all of its service, or all gateways. */
export const isExpected = (resource: IdleResource, expected: readonly string[]): boolean =>
  expected.some((one) => isPartOf(idlePath(resource), one));

export const isPartOf = (path: string, whole: string): boolean =>
  path === whole || path.startsWith(`${whole}.`);
