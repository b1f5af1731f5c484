import { classify, CLASSES, DRIFTED, type Classified, type DriftClass } from "./classify";
import type { Plan, Values } from "./plan";
import { masksOf, shown, type Shown } from "./redact";
import { valueAt, type Path } from "./values";

export const SCHEMA = "plinth.drift/v1";

export type Status = "clean" | "drifted" | "incomplete" | "error";
export type Severity = "critical" | "high" | "medium" | "low";

/** One resource that is not as it was applied, or not yet as it is declared. */
export interface Item {
  readonly stack: string;
  readonly address: string;
  /** Where it was before, of a resource that moves. */
  readonly previousAddress: string | null;
  readonly type: string;
  readonly class: DriftClass;
  readonly severity: Severity;
  /** The resource's `owner` tag or label. */
  readonly owner: string | null;
  readonly paths: readonly Path[];
  /** By path, its steps joined with dots. */
  readonly before: Readonly<Record<string, Shown>>;
  readonly after: Readonly<Record<string, Shown>>;
}

export type Summary = Readonly<Record<DriftClass | "checksFailed", number>>;

/** What was found of one stack. */
export interface StackResult {
  readonly stack: string;
  readonly status: Status;
  /** Why it is incomplete or an error, and what to do; null otherwise. */
  readonly reason: string | null;
  readonly state: { readonly serial: number; readonly lineage: string } | null;
  readonly planFingerprint: string | null;
  readonly summary: Summary;
  readonly items: readonly Item[];
}

export interface Report {
  readonly schema: typeof SCHEMA;
  readonly tool: { readonly name: string; readonly version: string } | null;
  /** Of the working tree that was synthesized. */
  readonly commit: string | null;
  /** RFC 3339. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly status: Status;
  readonly summary: Summary;
  readonly stacks: readonly Omit<StackResult, "items">[];
  readonly items: readonly Item[];
  readonly coverage: {
    readonly stacks: number;
    readonly planned: number;
    readonly skipped: readonly { readonly stack: string; readonly reason: string }[];
  };
}

/** @param key - for the hashes of sensitive values; see {@link shown} */
export function itemsOf(stack: string, plan: Plan, key: string): Item[] {
  return classify(plan).map((classified) => itemOf(stack, classified, key));
}

function itemOf(stack: string, classified: Classified, key: string): Item {
  const { address, previousAddress, type, class: found, paths, drift, change } = classified;
  // Drift leads from the state to the cloud; what is pending, from the cloud to the declaration.
  const seen = found === "pending" ? change : (drift ?? change);
  const masks = masksOf(drift, change);
  const side = (values: Values | null | undefined) =>
    Object.fromEntries(
      paths.map((path) => [path.join("."), shown(valueAt(values, path), path, masks, key)]),
    );
  return {
    ...{ stack, address, previousAddress: previousAddress ?? null, type, class: found },
    severity: severityOf(found, type),
    owner: ownerOf(seen?.before ?? seen?.after),
    paths,
    before: side(seen?.before),
    after: side(seen?.after),
  };
}

/** Who may do what: a hand in these is an incident until it is explained. */
const ACCESS = /_iam_|_policy$|_permission$|security_group|_kms_|_acl$/;
const HOLDS_DATA =
  /dynamodb_table|_queue$|s3_bucket$|storage_bucket$|firestore|_kms_key$|crypto_key$/;

function severityOf(found: DriftClass, type: string): Severity {
  if (!DRIFTED.has(found)) return "low";
  if (ACCESS.test(type)) return "critical";
  if (found === "gone") return HOLDS_DATA.test(type) ? "critical" : "high";
  return found === "silent" ? "high" : "medium";
}

function ownerOf(values: Values | null | undefined): string | null {
  for (const name of ["tags_all", "tags", "effective_labels", "labels"]) {
    const owner = valueAt(values, [name, "owner"]);
    if (typeof owner === "string" && owner !== "") return owner;
  }
  return null;
}

const count = (items: readonly Item[], found: DriftClass): number =>
  items.filter((item) => item.class === found).length;

/** @param checksFailed - `check` blocks with status fail or error */
export function summarise(items: readonly Item[], checksFailed: number): Summary {
  const counts = CLASSES.map((name) => [name, count(items, name)] as const);
  return { ...(Object.fromEntries(counts) as Record<DriftClass, number>), checksFailed };
}

export const failedChecks = ({ checks }: Plan): number =>
  checks.filter(({ status }) => status === "fail" || status === "error").length;

export const isDrift = (item: Item): boolean => DRIFTED.has(item.class);

/** What is certain leads: drift that was found, then errors, then what could not be seen whole. */
const WORST_FIRST: readonly Status[] = ["drifted", "error", "incomplete", "clean"];

export const worst = (statuses: readonly Status[]): Status =>
  WORST_FIRST.find((status) => statuses.includes(status)) ?? "clean";

export const EXIT: Readonly<Record<Status, number>> = {
  clean: 0,
  error: 1,
  drifted: 2,
  incomplete: 3,
};

/** What is the same for all stacks of a run. */
export type RunFacts = Pick<Report, "tool" | "commit" | "startedAt" | "finishedAt">;

export function reportOf(facts: RunFacts, results: readonly StackResult[]): Report {
  const items = results.flatMap((result) => result.items);
  const checks = results.reduce((sum, { summary }) => sum + summary.checksFailed, 0);
  const skipped = results.filter(({ planFingerprint }) => planFingerprint === null);
  return {
    schema: SCHEMA,
    ...facts,
    status: worst(results.map(({ status }) => status)),
    summary: summarise(items, checks),
    stacks: results.map(withoutItems),
    items,
    coverage: {
      stacks: results.length,
      planned: results.length - skipped.length,
      skipped: skipped.map(({ stack, reason }) => ({ stack, reason: reason ?? "unknown" })),
    },
  };
}

function withoutItems(result: StackResult): Omit<StackResult, "items"> {
  const { stack, status, reason, state, planFingerprint, summary } = result;
  return { stack, status, reason, state, planFingerprint, summary };
}
