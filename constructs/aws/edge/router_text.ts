import type { Router } from "../../../model/cells/router/router";

/** Where the source says what a fleet declares. */
const SETTINGS = /^const SETTINGS = \{[^}]*\};$/m;

/**
 * The text of a fleet's router.
 *
 * @param source - of `functions/edge/router.js`
 * @param pins - whether the store pins any key to a cell
 * @throws where the source has no such statement
 */
export function routerText(source: string, { key, home }: Router, pins: boolean): string {
  if (!SETTINGS.test(source))
    throw new Error("expected a statement `const SETTINGS = {…};`, got none");
  const { from, name, claim = "", trust } = key;
  const settings = { from, name, claim, signed: trust === "signature", home: home ?? "", pins };
  return source.replace(SETTINGS, () => `const SETTINGS = ${JSON.stringify(settings)};`);
}
