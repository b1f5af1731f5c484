import type { Objective } from "../../model/service";

type Period = Pick<Objective, "window" | "windowDays">;

/** The period of a budget, as people say it: `30 days`, `calendar month`. */
export const periodOf = ({ window, windowDays }: Period): string =>
  window === "month" ? "calendar month" : `${windowDays} days`;

/** `99.9% over 30 days`, `99.9% over a calendar month`. */
export const overPeriod = (period: Period): string =>
  `over ${period.window === "month" ? "a " : ""}${periodOf(period)}`;

/** Whose budget it is: `the 30 days'`, `the calendar month's`. */
export const periodsOf = (period: Period): string =>
  `the ${periodOf(period)}${period.window === "month" ? "'s" : "'"}`;
