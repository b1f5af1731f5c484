import type { Duration } from "../declaration";
import { days } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import type {
  ImmutableDeclaration,
  ObjectVerb,
  ObjectStoreDeclaration,
  ReplicateDeclaration,
  StorageTier,
  TransitionsDeclaration,
} from "./object_declaration";
import type { Immutable, ObjectStore, Replica, Transition } from "./object_settled";

/** The classes that objects of a tier go down to, one after the other. */
export const DOWN_TO: Readonly<Record<StorageTier, readonly Transition["to"][]>> = {
  hot: [],
  warm: ["warm"],
  cold: ["warm", "cold"],
  archive: ["warm", "cold", "archive"],
  auto: ["auto"],
};

const AFTER: Readonly<Record<Transition["to"], Duration>> = {
  warm: "30d",
  cold: "90d",
  archive: "180d",
  // A class of its own that watches each object from the first day.
  auto: "0d",
};

/** In this order, however they are declared. */
export const OBJECT_VERBS: readonly ObjectVerb[] = ["get", "put", "delete", "list"];

/** One object at a time, by its key. */
const DEFAULT_ACCESS: readonly ObjectVerb[] = ["get", "put"];

export const DEFAULT_TIER: StorageTier = "auto";

/** The defaults of an object store, settled once. */
export function settleObjectStore(
  name: string,
  store: ObjectStoreDeclaration,
  environment: EnvironmentDeclaration,
): ObjectStore {
  const { stage } = environment;
  const { tier = DEFAULT_TIER } = store;
  return {
    ...{ kind: store.kind, name, tier },
    transitions: settleTransitions(tier, store.after),
    oldVersionDays: days(store.oldVersions ?? "30d"),
    expireDays: store.expireAfter && days(store.expireAfter),
    immutable: store.immutable && settleImmutable(store.immutable),
    replica: store.replicate && settleReplica(store.replicate, store, environment),
    events: store.events ?? true,
    deletionProtection: store.deletionProtection ?? stage === "production",
    access: OBJECT_VERBS.filter((verb) => (store.access ?? DEFAULT_ACCESS).includes(verb)),
  };
}

export const settleTransitions = (
  tier: StorageTier,
  declared: TransitionsDeclaration = {},
): Transition[] =>
  DOWN_TO[tier].map((to) => ({
    to,
    afterDays: days((to === "auto" ? undefined : declared[to]) ?? AFTER[to]),
  }));

const settleImmutable = (declared: ImmutableDeclaration): Immutable => ({
  days: days(declared.for),
  mode: declared.mode ?? "governance",
});

/** Ages are declared for the store's own tier. */
export const replicaTransitions = (
  { tier: own }: ReplicateDeclaration,
  { tier = DEFAULT_TIER, after }: ObjectStoreDeclaration,
): Transition[] =>
  own === undefined || own === tier ? settleTransitions(tier, after) : settleTransitions(own);

const settleReplica = (
  declared: ReplicateDeclaration,
  store: ObjectStoreDeclaration,
  { stage }: EnvironmentDeclaration,
): Replica => ({
  region: declared.to,
  deletes: declared.deletes ?? true,
  transitions: replicaTransitions(declared, store),
  timeControl: declared.timeControl ?? stage === "production",
});
