import { Token } from "../tf";

/** One thing that may be done: exact actions on exact ARNs. Data, so that it can be listed, compared and judged. */
export interface Grant {
  /** Says what for; letters and digits. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /**
   * Operator, then key, then value: `{ StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" } }`.
   *
   * @default - no condition
   */
  readonly conditions?: Conditions;
  /** @default "Allow" */
  readonly effect?: "Allow" | "Deny";
}

export type Conditions = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[]>>>
>;

/** A statement of a resource's own policy, which says to whom. */
export interface Statement extends Grant {
  /** `"*"` is anyone: only to deny, or where conditions say who. */
  readonly principals: "*" | { readonly AWS: string } | { readonly Service: string };
}

/**
 * A policy as canonical JSON: statements by id, actions sorted, a single value as a string, nothing empty. AWS gives
 * policies back in this form, so that no plan shows a difference of form. Never a data source:
 * the gate reads the document where it stands.
 */
export function policyDocument(statements: readonly (Grant | Statement)[]): string {
  const sorted = merged(statements).sort((a, b) => compare(a.sid, b.sid));
  return JSON.stringify({ Version: "2012-10-17", Statement: sorted.map(render) });
}

/** Statements that differ in their resources alone are one; an id is given once in a policy. */
function merged(statements: readonly (Grant | Statement)[]): (Grant | Statement)[] {
  const bySid = new Map<string, Grant | Statement>();
  for (const statement of statements) {
    const same = bySid.get(statement.sid);
    bySid.set(statement.sid, same === undefined ? statement : join(same, statement));
  }
  return [...bySid.values()];
}

function join(one: Grant | Statement, other: Grant | Statement): Grant | Statement {
  const resources = [...new Set([...one.resources, ...other.resources])];
  if (sameBut(one) === sameBut(other)) return { ...one, resources };
  throw new Error(`${one.sid}: expected one meaning in a policy, got two; give one another sid`);
}

const sameBut = (statement: Grant | Statement): string =>
  JSON.stringify(render({ ...statement, resources: ["*"] }));

function render(statement: Grant | Statement) {
  return {
    Sid: statement.sid,
    Effect: statement.effect ?? "Allow",
    Principal: "principals" in statement ? statement.principals : undefined,
    Action: oneOrMany(some(statement.sid, statement.actions)),
    Resource: oneOrMany(some(statement.sid, statement.resources)),
    Condition: statement.conditions,
  };
}

function some(sid: string, values: readonly string[]): readonly string[] {
  if (values.length > 0) return values;
  throw new Error(
    `${sid}: expected at least one action and one resource, got none; leave the grant out`,
  );
}

/** As AWS gives them back. References are left in the order given: the text that stands for one differs between runs. */
export function oneOrMany(values: readonly string[]): string | readonly string[] {
  const [first] = values;
  if (first !== undefined && values.length === 1) return first;
  return values.some((value) => Token.isUnresolved(value)) ? values : [...values].sort(compare);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A word as it stands within a sid. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `order-events` → `OrderEvents`: an id of a statement has letters and digits alone. */
export const letters = (name: string): string =>
  name
    .split(/[^a-zA-Z0-9]+/)
    .map(capital)
    .join("");

/** Refuses requests that are not encrypted on their way. */
export function tlsOnly(actions: string, resources: readonly string[]): Statement {
  return {
    sid: "DenyInsecureTransport",
    effect: "Deny",
    principals: "*",
    actions: [actions],
    resources,
    conditions: { Bool: { "aws:SecureTransport": "false" } },
  };
}
