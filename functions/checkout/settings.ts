import * as z from "zod";

const name = z.string().min(1);
const port = z.coerce.number().int().min(1).max(65_535);

const settings = z.object({
  /** Where it listens. */
  PORT: port,
  /** The declared service. */
  SERVICE: name,
  /** The declared environment. */
  ENVIRONMENT: name,
  /** ECS sets it. */
  AWS_REGION: name,
  /** The declared store `orders`: the writer of a PostgreSQL database. */
  ORDERS_DATABASE_HOST: name,
  ORDERS_DATABASE_PORT: port,
  ORDERS_DATABASE_NAME: name,
  ORDERS_DATABASE_USER: name,
  /**
   * A PEM file of those who may sign the database's certificate.
   *
   * @default - the authorities of RDS in the region
   */
  ORDERS_DATABASE_CA_FILE: name.optional(),
  /** The declared store `sessions`: a Valkey cache. */
  CARTS_CACHE_HOST: name,
  CARTS_CACHE_PORT: port,
  CARTS_CACHE_NAME: name,
  CARTS_CACHE_USER: name,
});

export type Settings = z.infer<typeof settings>;

/** @throws {Error} naming every variable that is missing or malformed */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = settings.safeParse(env);
  if (read.success) return read.data;
  const names = read.error.issues.map(({ path }) => String(path[0]));
  throw new Error(
    `environment of the container: missing or malformed: ${names.join(", ")}; ` +
      "set them where the service is declared",
  );
}
