import { daysBack } from "../../model/burn";
import type { Environment } from "../../model/settle";

/** How far back the longest of the budgets looks; 30 days where there is none yet. */
export function longestWindowDays({ services }: Environment): number {
  const days = services.flatMap(({ objectives }) =>
    objectives.map(({ window }) => daysBack(window)),
  );
  return days.length === 0 ? 30 : Math.max(...days);
}

/** How long samples are kept: the longest look back, and days in which to notice that something is wrong with it. */
export const retentionDays = (environment: Environment): number =>
  Math.max(longestWindowDays(environment), environment.cost?.idle?.afterDays ?? 0) + 5;
