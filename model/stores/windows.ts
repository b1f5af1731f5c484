/** Times that come back, as AWS writes them, in minutes. Those that end before they begin go over the end of their day or week. */

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY_MINUTES = 24 * 60;

export interface Span {
  /** Minutes since the day, or the week, began. */
  readonly from: number;
  readonly minutes: number;
}

function minuteOf(text: string): number {
  const parts = text.split(":");
  const day = parts.length === 3 ? DAYS.indexOf(String(parts.shift())) : 0;
  return day * DAY_MINUTES + Number(parts[0]) * 60 + Number(parts[1]);
}

function spanOf(text: string, period: number): Span {
  const [from = 0, to = 0] = text.split("-").map(minuteOf);
  return { from, minutes: (to - from + period) % period };
}

/** Such as `03:00-04:00`. */
export const dailySpan = (text: string): Span => spanOf(text, DAY_MINUTES);

/** Such as `sun:05:00-sun:06:00`. */
export const weeklySpan = (text: string): Span => spanOf(text, 7 * DAY_MINUTES);

/** Whether a time of the week and one of each day have a minute in common. */
export function meet(weekly: Span, daily: Span): boolean {
  const after = (daily.from - (weekly.from % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return after < weekly.minutes || DAY_MINUTES - after < daily.minutes;
}
