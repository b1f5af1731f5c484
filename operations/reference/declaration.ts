import type { Page } from "../policy/pages";
import { NOTE } from "./constructs";
import type { Documented } from "./read";
import { membersTable, type Headings } from "./table";

/** What an author writes; all else on the page is what these are made of. */
const ROOTS = ["ServiceDeclaration", "AwsEnvironment", "GoogleEnvironment"];

/** One page with a heading for every type that a declaration is made of, in the order in which they are met. */
export function declarationPage(types: readonly Documented[]): Page {
  const said = reachable(new Map(types.map((one) => [one.name, one])));
  const headings = new Set(said.map(({ name }) => name));
  const parts = said.map((one) => part(one, headings));
  return {
    path: "declaration.md",
    text: `${NOTE}

# The declaration

Everything that a service and an environment can say, with what holds where they say nothing. The checks that go beyond
types are made when \`npm start\` reads them, and reported all at once.

${parts.join("\n")}`,
  };
}

function part(one: Documented, headings: Headings): string {
  const others = new Set([...headings].filter((name) => name !== one.name));
  const body =
    one.members.length > 0 ? membersTable(one.members, others) : choices(one.type ?? "", others);
  return [`## ${one.name}`, one.summary, body]
    .filter((text) => text !== "")
    .join("\n\n")
    .concat("\n");
}

/** A type without fields is one of several things. */
function choices(type: string, headings: Headings): string {
  const linked = type
    .split(" | ")
    .map((one) => (headings.has(one) ? `[\`${one}\`](#${one.toLowerCase()})` : `\`${one}\``));
  return `One of ${linked.join(", ")}.`;
}

/** In the order in which a reader meets them: a type, then what its fields name. */
function reachable(types: ReadonlyMap<string, Documented>): Documented[] {
  const met = new Map<string, Documented>();
  const visit = (name: string): void => {
    const one = types.get(name);
    if (one === undefined || met.has(name)) return;
    met.set(name, one);
    [one.type ?? "", ...one.members.map(({ type }) => type)]
      .flatMap((type) => type.match(/\w+/g) ?? [])
      .forEach(visit);
  };
  ROOTS.forEach(visit);
  return [...met.values()];
}
