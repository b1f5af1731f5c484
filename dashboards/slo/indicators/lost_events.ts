import { formatDuration } from "../../../model/duration";
import { eventDriven, type Service } from "../../../model/service";
import type { Sli } from "../sli";

/** What it means when events end among the dead letters. */
export function lostEvents(service: Service): Pick<Sli, "impact" | "relieved"> {
  const { deadLetterRetentionSeconds } = eventDriven(service).workload.queue;
  return {
    impact: `Events are not handled. Each waits with the dead letters for ${formatDuration(deadLetterRetentionSeconds)}; then it is lost.`,
    relieved: true,
  };
}
