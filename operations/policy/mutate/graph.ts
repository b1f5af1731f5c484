/** Which packages use which, through references and imports. */
import { REFERENCE } from "./source";
import type { Source } from "./source";

export interface Graph {
  /** The package itself and all that use it, by others too; the nearest first. */
  dependentsOf(name: string): ReadonlySet<string>;
  /** All that these packages use, by others too, and themselves. */
  neededBy(names: Iterable<string>): ReadonlySet<string>;
  /** The package that `data.<path>` lies in; undefined for data of no package. */
  packageOf(path: string): string | undefined;
}

export function graphOf(sources: readonly Source[]): Graph {
  const names = [...new Set(sources.map((source) => source.package))];
  const longest = names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const packageOf = (path: string) => longest.find((name) => `${path}.`.startsWith(`${name}.`));
  const uses = new Map<string, Set<string>>();
  const usedBy = new Map<string, Set<string>>();
  for (const source of sources) {
    for (const path of pathsIn(source)) {
      const used = packageOf(path);
      if (used === undefined) continue;
      note(uses, source.package, used);
      note(usedBy, used, source.package);
    }
  }
  return {
    packageOf,
    dependentsOf: (name) => reach([name], usedBy),
    neededBy: (some) => reach(some, uses),
  };
}

function note(edges: Map<string, Set<string>>, from: string, to: string): void {
  const found = edges.get(from) ?? new Set();
  edges.set(from, found.add(to));
}

function reach(from: Iterable<string>, edges: ReadonlyMap<string, Set<string>>): Set<string> {
  const seen = new Set(from);
  for (const name of seen) for (const next of edges.get(name) ?? []) seen.add(next);
  return seen;
}

/** What follows `data.` in each reference, not in a comment. */
function pathsIn({ text }: Source): string[] {
  const code = text.replace(/^\s*#.*$/gm, "");
  return [...code.matchAll(REFERENCE)].map(([, path = ""]) => path);
}
