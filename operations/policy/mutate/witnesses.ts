/** Which tests are asked whether they notice a mistake. */
import type { World } from "./batch";
import type { Source } from "./source";

/** As packages: the tests', the source's, and those by which they use it. */
type Witnesses = ReadonlySet<string>;

/** How many other tests are asked; what these miss counts as missed. */
const OTHERS = 30;

export function isTest({ path }: Source): boolean {
  return path.endsWith("_test.rego");
}

/** The tests of the source's own package. */
export function ownTests(world: World, source: Source): Witnesses {
  return reaching(world, source, [`${source.package}_test`]);
}

/** Those of the packages that use it, nearest first; empty where nobody else does. */
export function testsOfUsers(world: World, source: Source): Witnesses {
  const tests = new Set(world.sources.filter(isTest).map((test) => test.package));
  const others = [...world.graph.dependentsOf(source.package)]
    .filter((name) => tests.has(name) && name !== `${source.package}_test`)
    .slice(0, OTHERS);
  return others.length === 0 ? new Set() : reaching(world, source, others);
}

function reaching({ graph }: World, source: Source, tests: readonly string[]): Witnesses {
  const asked = graph.neededBy([source.package, ...tests]);
  return new Set([...graph.dependentsOf(source.package)].filter((name) => asked.has(name)));
}
