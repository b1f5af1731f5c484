/** The committed ledger of an environment: which address each resource has, and had. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Ledger } from "../../constructs/ledger/ledger";
import { UserError, messageOf } from "../cli/errors";

const SCHEMA = "plinth.addresses/v1";

const Address = z.string().regex(/^[a-z0-9_]+\.[\w-]+$/, "expected TYPE.NAME");

const File = z.strictObject({
  schema: z.literal(SCHEMA),
  stacks: z.record(
    z.string(),
    z.strictObject({
      resources: z.record(Address, z.string().regex(/^[0-9a-f]{16}$/)),
      moved: z.array(z.strictObject({ from: Address, to: Address })),
    }),
  ),
});

/** Where it lies, below the repository's root. */
export const ledgerPath = (environment: string): string =>
  join("environments", "addresses", `${environment}.json`);

/**
 * Nothing where no ledger was recorded yet.
 *
 * @throws UserError naming the file and what is wrong with it
 */
export function readLedger(root: string, environment: string): Ledger {
  const path = ledgerPath(environment);
  if (!existsSync(join(root, path))) return {};
  try {
    return File.parse(JSON.parse(readFileSync(join(root, path), "utf8"))).stacks;
  } catch (error) {
    throw new UserError(`${path}: expected ${SCHEMA}: ${whyNot(error)}`);
  }
}

function whyNot(error: unknown): string {
  if (!(error instanceof z.ZodError)) return messageOf(error);
  const [issue] = error.issues;
  return `${issue?.path.join(".") || "the whole"}: ${issue?.message}`;
}

/** The same bytes for the same ledger. */
export function ledgerText(stacks: Ledger): string {
  return `${JSON.stringify({ schema: SCHEMA, stacks }, undefined, 2)}\n`;
}
