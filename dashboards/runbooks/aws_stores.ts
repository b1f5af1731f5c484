import { awsNames } from "../../model/names";
import type { WatchedStore } from "../tickets/store_health";
import { placeOf } from "../resources";
import { cacheCommands } from "./aws_cache";
import { databaseCommands } from "./aws_database";
import { fileCommands } from "./aws_files";

/** What the reader of a store's runbook runs. */
export interface StoreCommands {
  readonly impact: string;
  readonly look: readonly string[];
  readonly relief: readonly string[];
  readonly undoRelief: readonly string[];
}

export function storeCommands({ service, store }: WatchedStore, region: string): StoreCommands {
  const name = awsNames(placeOf(service)).networkedStore(store.name);
  if (store.kind === "file") return fileCommands({ region, name, service: service.name }, store);
  return store.kind === "relational"
    ? databaseCommands({ region, cluster: name, service: service.name }, store)
    : cacheCommands({ region, cache: name, service: service.name }, store);
}
