/** The committed table of an environment's fleet: which cell has which bucket of users. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fleetOf } from "../../model/cells/fleet";
import { rangesOf, tableOf } from "../../model/cells/ranges";
import type { BucketTable } from "../../model/cells/table";
import type { EnvironmentDeclaration } from "../../model/environment";
import { DeclarationError } from "../../model/problems";
import type { BucketTables } from "../../model/settle";
import { UserError, messageOf } from "../cli/errors";

const SCHEMA = "plinth.cells/v1";

const File = z.strictObject({
  schema: z.literal(SCHEMA),
  buckets: z.record(z.string(), z.array(z.string())),
});

/** Where it lies, below the repository's root. */
export const tablePath = (environment: string): string =>
  join("environments", "cells", `${environment}.json`);

/**
 * Undefined where none was written down yet.
 *
 * @throws UserError naming the file and what is wrong with it
 */
export function readTable(root: string, environment: string): BucketTable | undefined {
  const path = tablePath(environment);
  if (!existsSync(join(root, path))) return undefined;
  try {
    return tableOf(File.parse(JSON.parse(readFileSync(join(root, path), "utf8"))).buckets);
  } catch (error) {
    throw new UserError(`${path}: expected ${SCHEMA}: ${whyNot(error)}`);
  }
}

function whyNot(error: unknown): string {
  if (!(error instanceof z.ZodError)) return messageOf(error);
  const [issue] = error.issues;
  return `${issue?.path.join(".") || "the whole"}: ${issue?.message}`;
}

/** The same bytes for the same table; a range of buckets a line, so that a diff says which moved. */
export const tableText = (table: BucketTable): string =>
  `${JSON.stringify({ schema: SCHEMA, buckets: rangesOf(table) }, undefined, 2)}\n`;

/**
 * The tables of all environments with a fleet.
 *
 * @throws DeclarationError where a fleet has none: without it, the next cell would move users that nobody saw move
 */
export function readTables(
  root: string,
  environments: readonly EnvironmentDeclaration[],
): BucketTables {
  const read = environments
    .filter(fleetOf)
    .map(({ name }) => ({ name, table: readTable(root, name) }));
  const problems = read
    .filter(({ table }) => table === undefined)
    .map(({ name }) => ({
      path: `${name}.cells`,
      message: `expected ${tablePath(name)}, which says whose each bucket of users is, got no such file; run npx plinth cells reshard --env ${name}, and commit it`,
    }));
  if (problems.length > 0) throw new DeclarationError(problems);
  return Object.fromEntries(read.flatMap(({ name, table }) => (table ? [[name, table]] : [])));
}
