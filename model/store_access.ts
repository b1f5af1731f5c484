import { eachOnce } from "./leaves";

/** What code may do with the items of a store; each is one kind of call on either cloud. */
export const STORE_VERBS = [
  "get",
  "batchGet",
  "query",
  "scan",
  "check",
  "put",
  "update",
  "delete",
  "batchWrite",
] as const;

export type StoreVerb = (typeof STORE_VERBS)[number];

const READS: readonly StoreVerb[] = ["get", "batchGet", "query", "scan", "check"];

/** One item at a time, by its key. */
const DEFAULT_ACCESS: readonly StoreVerb[] = ["get", "put"];

export const onlyReads = (access: readonly StoreVerb[]): boolean =>
  access.every((verb) => READS.includes(verb));

/** In the order of {@link STORE_VERBS}, however they were declared. */
export const settleAccess = (declared: readonly StoreVerb[] = DEFAULT_ACCESS): StoreVerb[] =>
  STORE_VERBS.filter((verb) => declared.includes(verb));

export const accessShape = eachOnce(STORE_VERBS);
