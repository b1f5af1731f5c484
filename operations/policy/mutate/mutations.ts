/** What can be wrong in a rule: each mistake is one edit of its text, found in the syntax tree. */
import { isExpression, isTerm, nameOf } from "./ast";
import type { Expression, Rule, Term } from "./ast";
import { spanOf } from "./source";
import type { Parsed } from "./source";
import { confusions, mistakesOf } from "./terms";
import type { Add } from "./terms";

export interface Edit {
  readonly start: number;
  readonly from: string;
  readonly to: string;
  /** Changes only what a finding says. */
  readonly message: boolean;
}

/** Every edit of a source, each once, in the order of the text. */
export function editsOf(source: Parsed): Edit[] {
  const found = new Map<string, Edit>();
  const add: Add = (node, to, message = false) => {
    const span = spanOf(source, node);
    const text = span && (typeof to === "string" ? to : to(span.text));
    if (span === undefined || text === undefined || text === span.text) return;
    const edit = { start: span.start, from: span.text, to: text, message };
    found.set(JSON.stringify(edit), edit);
  };
  for (const rule of source.module.rules ?? []) mutateRule(rule, add);
  return [...found.values()].sort((a, b) => a.start - b.start || (a.to < b.to ? -1 : 1));
}

function mutateRule(rule: Rule, add: Add): void {
  if (rule.default !== true) add(rule, "");
  const { args = [], key, value } = rule.head;
  for (const term of [...args, key, value]) mutate(term, add);
  for (const expression of rule.body) mutateExpression(expression, add);
  if (rule.else) mutateRule(rule.else, add);
}

function mutateExpression(expression: Expression, add: Add): void {
  if (expression.generated === true) return;
  if (isCondition(expression)) {
    add(expression, "true");
    add(expression, (text) => (expression.negated ? text.replace(/^not\s+/, "") : `not ${text}`));
  }
  mutate(expression.terms, add);
  for (const { value } of expression.with ?? []) mutate(value, add);
}

/** Neither a declaration nor an assignment: without its variables what follows does not compile. */
function isCondition({ terms }: Expression): boolean {
  if (isTerm(terms) || "domain" in terms) return true;
  return Array.isArray(terms) && !["assign", "eq"].includes(nameOf(terms[0] as Term) ?? "");
}

/** Whatever stands in a rule: a term, a call, a comprehension, a declaration, its body. */
function mutate(node: unknown, add: Add): void {
  if (isExpression(node)) mutateExpression(node, add);
  else if (isTerm(node)) mutateTerm(node, add);
  else if (Array.isArray(node)) mutateCall(node as Term[], add);
  else if (typeof node === "object" && node !== null) mutateEach(Object.values(node), add);
}

function mutateEach(nodes: readonly unknown[], add: Add): void {
  for (const node of nodes) {
    if (Array.isArray(node)) mutateEach(node, add);
    else mutate(node, add);
  }
}

function mutateCall([operator, ...terms]: readonly Term[], add: Add): void {
  if (operator) confusions(operator, add);
  mutateEach(terms, add);
}

function mutateTerm(term: Term, add: Add): void {
  mistakesOf(term, add);
  if (term.type === "call") mutateCall(term.value as Term[], add);
  else mutateEach(partsOf(term), add);
}

/** Not the texts of a set nor the keys of an object: left out is mistake enough. Not the words of a message. */
function partsOf({ type, value }: Term): readonly unknown[] {
  if (type === "templatestring") return [];
  if (type === "set") return (value as Term[]).filter((term) => term.type !== "string");
  if (type === "object") return (value as [Term, Term][]).map(([, held]) => held);
  return Array.isArray(value) ? value : [value];
}
