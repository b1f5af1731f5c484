import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan, type Plan, type ResourceChange } from "../../../operations/drift/plan";

/** Real plans of the AWS provider 5.100.0 against emulators, and of `terraform_data`. */
export const fixture = (name: string): Plan =>
  readPlan(readFileSync(join(__dirname, "..", "..", "fixtures", "drift", name), "utf8"), name);

export const planOf = (
  resource_drift: readonly ResourceChange[],
  resource_changes: readonly ResourceChange[],
): Plan => ({
  format_version: "1.2",
  resource_drift: [...resource_drift],
  resource_changes: [...resource_changes],
  checks: [],
});

type Values = Record<string, unknown> | null;

export const change = (
  type: string,
  actions: string[],
  before: Values,
  after: Values,
  masks: { before_sensitive?: unknown; after_sensitive?: unknown } = {},
): ResourceChange => ({
  address: `${type}.one`,
  mode: "managed",
  type,
  change: {
    ...{ actions, before, after, after_unknown: undefined },
    before_sensitive: masks.before_sensitive,
    after_sensitive: masks.after_sensitive,
  },
});
