/** Which rule answers which check of another scanner, and what is missing. */
import type { Manifest, Rule } from "../../../policies/gate/types";
import { scanners, type CoverageData, type Scanner } from "./data";

export interface Check {
  readonly scanner: Scanner;
  readonly id: string;
  /** Another name it goes by. */
  readonly also: string | undefined;
  /** The types of ours that it judges, sorted. */
  readonly types: readonly string[];
  readonly asks: string | undefined;
  readonly notApplicable: string | undefined;
  /** Rules that name it as an alias. */
  readonly rules: readonly Rule[];
}

export interface TypeCoverage {
  readonly type: string;
  /** Rules of its own: those that all types have in common do not count. */
  readonly rules: readonly Rule[];
  /** "rules", or "because …". */
  readonly says: string;
}

export interface Coverage {
  /** Of the types that Plinth synthesizes, by scanner and id. */
  readonly checks: readonly Check[];
  readonly types: readonly TypeCoverage[];
  /** Rules that answer no check of any scanner. */
  readonly ours: readonly Rule[];
  /** Checks of types that Plinth does not synthesize, by the rule that answers them all the same. */
  readonly elsewhere: readonly { readonly rule: Rule; readonly checks: readonly string[] }[];
}

export function coverageOf(data: CoverageData, manifest: Manifest): Coverage {
  const types = Object.keys(data.types).sort();
  const checks = scanners.flatMap((scanner) => checksOf(scanner, data, types, manifest.rules));
  return {
    checks,
    elsewhere: elsewhere(checks, manifest.rules),
    types: types.map((type) => ({
      type,
      rules: manifest.rules.filter((rule) => isOwn(rule) && judges(rule, type, manifest)),
      says: data.types[type] ?? "",
    })),
    ours: manifest.rules.filter((rule) => rule.aliases.length === 0),
  };
}

function checksOf(
  scanner: Scanner,
  data: CoverageData,
  types: readonly string[],
  rules: readonly Rule[],
): Check[] {
  const { types: judged, names } = data.facts[scanner];
  const ids = new Set(types.flatMap((type) => judged[type] ?? []));
  return [...ids].sort(byNumber).map((id) => ({
    scanner,
    id,
    also: names[id],
    types: types.filter((type) => judged[type]?.includes(id)),
    asks: data.settled[scanner][id]?.asks,
    notApplicable: data.settled[scanner][id]?.notApplicable,
    rules: rules.filter(({ aliases }) => aliases.some((alias) => [id, names[id]].includes(alias))),
  }));
}

function elsewhere(checks: readonly Check[], rules: readonly Rule[]): Coverage["elsewhere"] {
  const own = new Set(checks.flatMap(({ id, also }) => [id, also]));
  return rules
    .map((rule) => ({ rule, checks: rule.aliases.filter((alias) => !own.has(alias)) }))
    .filter((one) => one.checks.length > 0);
}

/** AWS-2 before AWS-10. */
const collator = new Intl.Collator("en", { numeric: true });
export const byNumber = (a: string, b: string): number => collator.compare(a, b);

/** Ownership tags and stateful deletes are asked of every type, so they say nothing of this one. */
const isOwn = ({ id }: Rule): boolean => !/^TF-|-(TAGS|LABELS|STATE)-/.test(id);

/** A rule judges its types, and what it reads of the resources that are linked to them. */
function judges(rule: Rule, type: string, { relations }: Manifest): boolean {
  if (rule.types.includes(type)) return true;
  const links = rule.reads.filter(([head]) => head === "links").map(([, name]) => name);
  return relations.some(({ name, on, from, to }) => {
    const [own, linked] = on === "from" ? [from, to] : [to, from];
    return links.includes(name) && linked === type && rule.types.includes(own);
  });
}
