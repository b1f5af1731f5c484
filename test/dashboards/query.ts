import { createRequire } from "node:module";
import type { LRParser } from "@lezer/lr";

// The package has a CommonJS build but declares its types for ES modules only.
const { parser } = createRequire(__filename)("@prometheus-io/lezer-promql") as {
  readonly parser: LRParser;
};

/** The parts of a query that PromQL's grammar gives a name. */
export function partsOf(expr: string, type: string): string[] {
  const found: string[] = [];
  parser.parse(expr).iterate({
    enter: (node) => {
      if (node.type.isError) throw new Error(`no PromQL at ${node.from}: ${expr}`);
      if (node.name === type) found.push(expr.slice(node.from, node.to));
    },
  });
  return found;
}

/** Names of the series that a query reads. */
export const seriesOf = (expr: string): string[] =>
  partsOf(expr, "VectorSelector").flatMap((selector) => /^[A-Za-z_:][\w:]*/.exec(selector) ?? []);
