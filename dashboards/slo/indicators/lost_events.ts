import { formatDuration } from "../../../model/duration";
import type { Service } from "../../../model/service";
import type { Sli } from "../sli";

/** What it means when events end among the dead letters. */
export const lostEvents = ({ workload: { queue } }: Service): Pick<Sli, "impact" | "redrives"> => ({
  impact: `Events are not handled. Each waits with the dead letters for ${formatDuration(queue.deadLetterRetentionSeconds)}; then it is lost.`,
  redrives: true,
});
