import { isOf, untimely } from "./exceptions";
import type { FreezeException } from "./exceptions";
import type { State } from "./freeze";
import type { PlacedFinding } from "../exemptions/life";

/** What a plan means to change, and how its budget is. */
export interface Place {
  readonly service: string | null;
  readonly stack: string | null;
  readonly state: State;
}

/** Advice on the exceptions from the freeze that are of what is judged: one that does not hold today, and one that nobody needs. */
export function exceptionReports(
  exceptions: readonly FreezeException[],
  places: readonly Place[],
  now: Date,
): PlacedFinding[] {
  return exceptions.flatMap((exception) => {
    const met = places.filter((place) => isOf(exception, place));
    if (met.length === 0) return [];
    const why = untimely(exception, now);
    if (why !== undefined)
      return [report(exception, met, `does not apply: ${why}`, "Remove it, or sign a new one.")];
    if (met.some(({ state }) => state !== "ok")) return [];
    return [report(exception, met, "is unused: the budget is ok", "Remove it.")];
  });
}

function report(
  exception: FreezeException,
  [place]: readonly Place[],
  what: string,
  fix: string,
): PlacedFinding {
  const { intent, of, owner, approver, ticket } = exception;
  const whose = "service" in of ? of.service : of.stack;
  return {
    finding: {
      id: "EXEMPTION",
      aliases: [],
      severity: "low",
      level: "advisory",
      verdict: "undetermined",
      address: whose,
      type: "exemption",
      construct: null,
      source: null,
      path: null,
      message: `the ${intent} exception from the freeze for ${whose}, of ${owner} and ${approver} (${ticket}), ${what}`,
      fix,
      exemption: ticket,
    },
    stack: place?.stack ?? null,
    former: [],
    fingerprint: null,
  };
}
