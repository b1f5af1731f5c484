/** Reads Terraform's `${...}` in the strings of synthesized JSON. `$${` is an escape, not a token. */

const OPENING = /(?<!\$)\$\{/;
const REFERENCE = /(?<![\w.-])(?:data\.)?[a-z][a-z0-9]*_[a-z0-9_]*\.[A-Za-z_][\w-]*/g;
const INPUT = /(?<![\w.-])(?:var|local|module|each|count|self)\.\w+/g;

export function hasToken(text: string): boolean {
  return OPENING.test(text);
}

/** Whether the text is one token and nothing else: its value is Terraform's to know. */
export function isToken(text: string): boolean {
  return text.startsWith("${") && tokenEnd(text) === text.length;
}

/** What the tokens of a text refer to: `aws_sqs_queue.orders`, `data.aws_x.y`, `var.name`. */
export function references(text: string): string[] {
  const found: string[] = [];
  for (let rest = text; ;) {
    const opening = OPENING.exec(rest);
    if (!opening) return found;
    const token = rest.slice(opening.index);
    const inside = token.slice(2, tokenEnd(token));
    found.push(...(inside.match(REFERENCE) ?? []), ...(inside.match(INPUT) ?? []));
    rest = token.slice(Math.max(2, tokenEnd(token)));
  }
}

/** Index after the brace that closes the token at the start of `text`; its length when none does. */
function tokenEnd(text: string): number {
  let depth = 0;
  for (let at = 1; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  return text.length;
}
