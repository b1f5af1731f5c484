import { isTerm, nameOf } from "./ast";
import type { Located, Term } from "./ast";

/** The text that takes the place of a node's; undefined for none. */
export type Change = string | ((text: string) => string | undefined);

/** Notes a mistake: this node, read so instead; `message` where only the wording of a finding changes. */
export type Add = (node: Located, to: Change, message?: boolean) => void;

/** By what an operator or a function is easily confused with. */
const CONFUSED: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "==": "!=",
  "!=": "==",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "|": "&",
  "&": "|",
  startswith: "endswith",
  endswith: "startswith",
  contains: "startswith",
  max: "min",
  min: "max",
  ceil: "floor",
  floor: "ceil",
  "report.violation": "report.finding",
  "report.finding": "report.violation",
};

/** Functions that make one spelling of many: forgotten, the argument is taken as it stands. */
const NORMALIZING = new Set(["lower", "upper", "trim_space"]);

/** The mistakes of one term, not of what lies in it. */
export function mistakesOf(term: Term, add: Add): void {
  if (term.type === "number") numbers(term, add);
  else if (term.type === "boolean") add(term, (text) => ({ true: "false", false: "true" })[text]);
  else if (term.type === "string") add(term, otherText);
  else if (term.type === "templatestring") wording(term, add);
  else if (["array", "set", "object"].includes(term.type)) elements(term, add);
  else if (term.type === "call") calls(term, add);
}

/** An operator or a function that is confused with another. */
export function confusions(operator: Term, add: Add): void {
  add(operator, (text) => CONFUSED[text]);
}

function numbers(term: Term, add: Add): void {
  add(term, String(Number(term.value) + 1));
  add(term, String(Number(term.value) - 1));
}

/** A name after a dot is no constant: it has no quotes. */
function otherText(text: string): string | undefined {
  return /^["`]/.test(text) ? `${text.slice(0, -1)}~${text.slice(-1)}` : undefined;
}

function wording(term: Term, add: Add): void {
  add(term, (text) => `${text.slice(0, 2)}~${text.slice(2)}`, true);
  for (const part of (term.value as { parts: readonly Located[] }).parts)
    if (!isTerm(part)) add(part, "0", true);
}

/** Each element left out. */
function elements(term: Term, add: Add): void {
  const items = term.value as readonly (Term | readonly [Term, Term])[];
  const texts = items.map((item) => (isTerm(item) ? textOf(item) : item.map(textOf).join(": ")));
  const [open, close] = term.type === "array" ? ["[", "]"] : ["{", "}"];
  const empty = term.type === "set" ? "set()" : `${open}${close}`;
  items.forEach((_, left) => {
    const rest = texts.filter((_, i) => i !== left);
    add(term, rest.length === 0 ? empty : `${open}${rest.join(", ")}${close}`);
  });
}

function textOf({ location }: Term): string {
  return Buffer.from(location?.text ?? "", "base64").toString("utf8");
}

function calls(term: Term, add: Add): void {
  const [operator, argument] = term.value as readonly Term[];
  const name = nameOf(operator);
  if (argument && name !== undefined && NORMALIZING.has(name)) add(term, textOf(argument));
}
