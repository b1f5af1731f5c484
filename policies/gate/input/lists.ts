import { CannotJudge } from "../errors";
import type { Outline } from "../text/outline";
import type { Source } from "../text/source";

/** Members of a plan that are lists of objects. */
const LISTS = ["resource_changes", "resource_drift", "deferred_changes", "checks"];

/**
 * Anything else in their place would be passed over, as if there were nothing to judge. Terraform leaves out what is empty,
 * and OpenTofu may say null.
 *
 * @throws CannotJudge naming the member that is none
 */
export function checkLists(file: string, source: Source, { slices, elements }: Outline): void {
  for (const name of LISTS) {
    const slice = slices.get(name);
    if (slice === undefined) continue;
    if (!source.isList(slice)) {
      if (source.parse(slice) === null) continue;
      throw new CannotJudge(file, `has \`${name}\` that is not a list`);
    }
    const found = elements.get(name) ?? source.elements(slice);
    if (!found.every((element) => source.isObject(element)))
      throw new CannotJudge(file, `has an entry of \`${name}\` that is not an object`);
  }
}
