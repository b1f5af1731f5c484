import type { TerraformJson } from "../terraform_json";

/**
 * A cell has nothing to do with another, so that what breaks in one stays there: its stack names nothing that carries another's name. References by
 * address are refused as they are in every stack ({@link assertSealed}); this reads the names and ARNs.
 *
 * @throws with every name that is another cell's
 */
export function assertOwnCell(
  stack: string,
  json: TerraformJson,
  { environment, cell }: { readonly environment: string; readonly cell: string },
): void {
  const text = JSON.stringify({ ...json, "//": undefined });
  const names = new RegExp(`(?<![\\w-])${environment}[-/](c\\d{2,4})(?!\\w)[\\w/-]*`, "g");
  const foreign = [...text.matchAll(names)]
    .filter(([, other]) => other !== cell)
    .map(([name]) => name);
  if (foreign.length === 0) return;
  throw new Error(
    `${stack}: expected names of cell ${cell} alone, got ${[...new Set(foreign)].sort().join(", ")}; ` +
      "what several cells use is an environment's, and a setting says {cell} for the name of its own",
  );
}
