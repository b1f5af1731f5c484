import { COLD_STARTS_PANEL } from "../../model/names";
import { answersCallers, runsCode, type Objective, type Service } from "../../model/service";
import type { Slo } from "../slo/slo";

/** What cold starts have to do with each kind of objective; nothing with what becomes of an event. */
const MEANING: Partial<Readonly<Record<Objective["sli"], string>>> = {
  freshness: "Events wait while an instance starts.",
  throughput: "An instance that starts handles nothing.",
  latency:
    "The time of a start is not counted here, but the first call of a new instance is slower than those that follow.",
};

/** Callers of an API wait while an instance starts, and its latency counts that; a task gets no requests before it is up. */
function meaningOf(service: Service, sli: Objective["sli"]): string | undefined {
  if (!runsCode(service)) return undefined;
  return sli === "latency" && answersCallers(service)
    ? "The time of a start is a part of what a request takes."
    : MEANING[sli];
}

/** Where to see whether cold starts are the cause. */
export function coldStarts({ service, objective, boardOf }: Slo): string[] {
  const meaning = meaningOf(service, objective.sli);
  if (meaning === undefined) return [];
  return [`Cold starts: <${boardOf(service.name, COLD_STARTS_PANEL)}>. ${meaning}`, ""];
}
