import { z } from "zod";
import { UserError } from "../cli/errors";

/** The members of a plan's JSON that drift is read from; both tools write them alike. */

export type Values = Readonly<Record<string, unknown>>;

const values = z.record(z.string(), z.unknown()).nullish();

const change = z.object({
  actions: z.array(z.string()).min(1),
  before: values,
  after: values,
  after_unknown: z.unknown(),
  before_sensitive: z.unknown(),
  after_sensitive: z.unknown(),
});

const resourceChange = z.object({
  address: z.string(),
  previous_address: z.string().optional(),
  /** The id of an object that a failed replacement left behind. */
  deposed: z.string().optional(),
  mode: z.string(),
  type: z.string(),
  change,
});

const plan = z.object({
  format_version: z.string(),
  errored: z.boolean().optional(),
  resource_drift: z.array(resourceChange).default([]),
  resource_changes: z.array(resourceChange).default([]),
  checks: z.array(z.object({ status: z.string() })).default([]),
});

export type Change = z.infer<typeof change>;
export type ResourceChange = z.infer<typeof resourceChange>;
export type Plan = z.infer<typeof plan>;

/**
 * Reads what `show -json` prints of a plan file.
 *
 * @throws {UserError} when it is something else; the message quotes none of it
 */
export function readPlan(text: string, name: string): Plan {
  const read = plan.safeParse(parse(text, name));
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.join(".") ?? "";
  throw new UserError(
    `${name}: expected the JSON of a plan, as "show -json PLAN" prints it; ${where || "the whole"} is something else`,
  );
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${name}: expected the JSON of a plan, got something that is no JSON`);
  }
}

const CHANGES_NOTHING = new Set(["no-op", "read"]);

/** Whether a plan means to change a resource. An action that is not known yet counts as a change. */
export const changes = ({ actions }: Change): boolean =>
  actions.some((action) => !CHANGES_NOTHING.has(action));
