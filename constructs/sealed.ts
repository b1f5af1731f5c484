import type { TerraformJson } from "./terraform_json";

/** A resource's or data source's address inside an expression: not a part of a longer path. */
const ADDRESS = /(?<![\w.-])(data\.)?([a-z][a-z0-9]*)_([a-z0-9_]+)\.([A-Za-z_][\w-]*)/g;

/**
 * A sealed stack refers to nothing outside itself. cdktf finds references between stacks in a pass that resolves every
 * element once more; sealed stacks leave it out, and without it such a reference would come out as an address
 * that no resource of the stack has. This reads the result instead.
 *
 * @throws with every address that is referred to and not declared
 */
export function assertSealed(stack: string, json: TerraformJson): void {
  const missing = [...referencesOf(json)].filter((address) => !declares(json, address)).sort();
  if (missing.length === 0) return;
  throw new Error(
    `${stack}: expected references only to resources of this stack, got ${missing.join(", ")}; ` +
      "pass a name or an ARN made by model/names.ts instead of another stack's resource",
  );
}

function referencesOf(json: TerraformJson): Set<string> {
  const providers = providersOf(json);
  const text = JSON.stringify({ ...json, "//": undefined });
  const found = [...expressionsIn(text), ...dependenciesIn(text)].flatMap((expression) =>
    [...expression.matchAll(ADDRESS)]
      .filter(([, , provider = ""]) => providers.has(provider))
      .map(([address]) => address),
  );
  return new Set(found);
}

/** What looks like an address of another provider is a name that happens to hold a dot. */
function providersOf(json: TerraformJson): Set<string> {
  return new Set([...Object.keys(json.terraform?.required_providers ?? {}), "terraform"]);
}

/** What stands between `${` and its own brace: objects inside an expression have braces too. */
function expressionsIn(text: string): string[] {
  const found: string[] = [];
  for (let from = text.indexOf("${"); from !== -1; from = text.indexOf("${", from)) {
    const to = closingBrace(text, from + 2);
    found.push(text.slice(from, to));
    from = to;
  }
  return found;
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; at < text.length && depth > 0; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}") depth--;
  }
  return at;
}

/** `depends_on` names addresses without the marks of an expression. */
function dependenciesIn(text: string): readonly string[] {
  return text.match(/"depends_on":\[[^\]]*\]/g) ?? [];
}

function declares(json: TerraformJson, address: string): boolean {
  const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
  const blocks = address.startsWith("data.") ? json.data : json.resource;
  return blocks?.[type]?.[name] !== undefined;
}
