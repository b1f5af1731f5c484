import type { CloudWatchSignal } from "../../../../model/signal";
import { max, maximumOverTime, type Matchers, type Promql, type Selector } from "../../../promql";
import type { Target } from "../../panel";
import { perSecond, RATE_INTERVAL } from "../../selectors";

/** Resources of one kind that meet users: those of a service, or of all services side by side. */
export interface Tier {
  /** The number before that of its first panel. */
  readonly id: number;
  readonly of: (signal: CloudWatchSignal, matchers?: Matchers) => Selector;
  /** Whether each is shown under its own name. */
  readonly apart: boolean;
}

/** The labels by which they are told apart, and others. */
export const labelsIn = (
  { apart }: Tier,
  { label }: CloudWatchSignal,
  ...others: readonly string[]
): string[] => [...(apart ? [label] : []), ...others];

export const legendIn = ({ apart }: Tier, { label }: CloudWatchSignal, text: string): string =>
  apart ? `${text} {{${label}}}` : text;

/** How many of something there are in a second. */
export const flowIn = (
  tier: Tier,
  signal: CloudWatchSignal,
  text: string,
  matchers: Matchers = {},
): Target => ({
  expr: perSecond(signal, tier.of(signal, matchers), labelsIn(tier, signal)),
  legend: legendIn(tier, signal, text),
});

/** The most in any minute of an interval. */
export const highestIn = (tier: Tier, signal: CloudWatchSignal): Promql =>
  max(maximumOverTime(tier.of(signal), RATE_INTERVAL), labelsIn(tier, signal));
