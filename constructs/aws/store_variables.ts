import type { Construct } from "constructs";
import { indexVariable } from "../../model/names";
import type { KeptTable, Stores } from "./aws_service";
import type { Cache } from "./data/cache";
import type { RelationalDatabase } from "./data/relational_database";

/**
 * A table `state` is found as `STATE_TABLE`, its index `by-day` as `STATE_TABLE_INDEX_BY_DAY`, a bucket `images` as `IMAGES_BUCKET`, a database `orders` by `ORDERS_DATABASE_HOST` and
 * what stands beside it, a cache `sessions` by `SESSIONS_CACHE_HOST`, files `shared` in the directory `SHARED_FILES`.
 */
export const storeVariables = ({
  tables,
  buckets,
  databases,
  caches,
  files,
}: Stores): Record<string, string> => ({
  ...Object.fromEntries(tables.map((one) => [variable(one, "TABLE"), one.tableName])),
  ...Object.fromEntries(tables.flatMap(indexVariables)),
  ...Object.fromEntries(buckets.map((one) => [variable(one, "BUCKET"), one.bucketName])),
  ...Object.assign({}, ...databases.map((one) => variablesOf(one, "DATABASE"))),
  ...Object.assign({}, ...caches.map((one) => variablesOf(one, "CACHE"))),
  ...Object.fromEntries(files.map((one) => [variable(one, "FILES"), one.mount.path])),
});

const indexVariables = ({ node, indexNames }: KeptTable): [string, string][] =>
  indexNames.map((index) => [indexVariable(node.id, index), index]);

const variablesOf = (store: RelationalDatabase | Cache, kind: Kind): Record<string, string> =>
  Object.fromEntries(
    Object.entries(store.variables).map(([part, value]) => [
      `${variable(store, kind)}_${part}`,
      value,
    ]),
  );

type Kind = "TABLE" | "BUCKET" | "DATABASE" | "CACHE" | "FILES";

const variable = ({ node }: Construct, kind: Kind): string =>
  `${node.id.replaceAll("-", "_").toUpperCase()}_${kind}`;
