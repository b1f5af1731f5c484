import { formatDuration, seconds } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { show } from "../problems";
import { cronProblem, leastGapSeconds } from "./cron";
import type { ScheduleDeclaration, SchedulesDeclaration } from "./declaration";
import { scheduledEvent, settleSchedules } from "./settled";

/** Whose schedules they are. */
interface Woken {
  readonly service: string;
  /** Whether its queue keeps order. */
  readonly ordered: boolean;
}

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html (payload: 256 KB) */
const MOST_BYTES = 256 * 1024;

/** What the fields of schedules mean to one another and to the cloud; paths start at the service. */
export function schedulesProblems(
  schedules: SchedulesDeclaration = {},
  woken: Woken,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const names = Object.keys(schedules);
  if (names.length === 0) return [];
  const none = noneProblem(names, woken, environment);
  if (none !== undefined) return problemIf("workload.schedules", none);
  return Object.entries(schedules).flatMap(([name, schedule]) => {
    const at = `workload.schedules.${name}`;
    const when = whenProblem(schedule);
    if (when !== undefined) return problemIf(at, when);
    const cron = schedule.cron === undefined ? undefined : cronProblem(schedule.cron);
    return [
      ...problemIf(`${at}.cron`, cron),
      ...problemIf(`${at}.timeZone`, zoneProblem(schedule)),
      ...problemIf(`${at}.payload`, sizeProblem(name, schedule, woken)),
      ...(cron === undefined ? problemIf(`${at}.flexibleWindow`, windowProblem(schedule)) : []),
    ];
  });
}

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html (no FIFO queue) */
function noneProblem(
  names: readonly string[],
  { ordered }: Woken,
  { cloud, name }: EnvironmentDeclaration,
): string | undefined {
  if (cloud === "google")
    return `expected none on Google Cloud (${name}), where schedules are not built yet (docs/clouds.md); list the service in environments on AWS only, got ${show(names)}`;
  if (!ordered) return undefined;
  return `expected none, as the queue is ordered: what Scheduler cannot deliver it puts into queues that are not, and nowhere else; leave the queue's \`ordered\` out, or let another service be woken, got ${show(names)}`;
}

function whenProblem({ cron, rate }: ScheduleDeclaration): string | undefined {
  if ((cron === undefined) !== (rate === undefined)) return undefined;
  return `expected one of \`cron\` and \`rate\`, got ${cron === undefined ? "none" : "both"}`;
}

function zoneProblem({ rate, timeZone }: ScheduleDeclaration): string | undefined {
  if (rate === undefined || timeZone === undefined) return undefined;
  return `expected none beside \`rate\`, which counts from when the schedule is made; use \`cron\` for a time of the day, got ${show(timeZone)}`;
}

function sizeProblem(
  name: string,
  schedule: ScheduleDeclaration,
  { service }: Woken,
): string | undefined {
  const [settled] = settleSchedules({ [name]: { rate: "1d", payload: schedule.payload ?? {} } });
  const bytes = settled && new TextEncoder().encode(scheduledEvent(service, settled)).length;
  if (bytes === undefined || bytes <= MOST_BYTES) return undefined;
  return `expected an event of at most ${MOST_BYTES} bytes, which is what Scheduler sends, got ${bytes}; keep the data in a store and name it`;
}

/** Else the moments of one time could come after those of the next. */
function windowProblem({ cron, rate, flexibleWindow }: ScheduleDeclaration): string | undefined {
  if (flexibleWindow === undefined) return undefined;
  const gap = cron === undefined ? seconds(rate ?? "1d") : leastGapSeconds(cron);
  if (gap === undefined || seconds(flexibleWindow) <= gap) return undefined;
  return `expected at most "${formatDuration(gap)}", the least time from one moment to the next, got ${show(flexibleWindow)}`;
}
