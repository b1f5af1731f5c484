import type { BurnTier } from "../../model/burn";
import { series, type AlertKind } from "../../model/names";
import { join, lastTimeOf, type Promql } from "../promql";
import { ratioOf } from "./recording";
import { periodsOf } from "./period";
import { unitOf } from "./sli";
import { thresholdOf, type Slo } from "./slo";

/** What a burn alert says of the moment at which it is read. */
export interface Moment {
  /** The short window's ratio: `3.2%`. */
  readonly ratio: string;
  /** Since when that has been over the limit: `since 2026-01-31 10:02:00 +0000 UTC`. */
  readonly since: string;
  /** What is left of the budget, and how long that lasts: `62% … is left, which lasts 21h 3m 0s at this rate`. */
  readonly left: string;
}

/** Links and numbers of one tier's alert: what burns, since when, how long the budget still lasts. */
export function burnAnnotations(slo: Slo, tier: BurnTier, moment: Moment): Record<string, string> {
  const { objective, service, sli } = slo;
  return {
    summary: `${service.name} burns the error budget of its ${objective.name} objective.`,
    description: [
      `In the last ${tier.shortWindow}, ${moment.ratio} of ${unitOf(sli)} ${sli.badOnes}.`,
      `${overLimit(slo, tier)}: ${moment.since}.`,
      `${moment.left}.`,
    ].join(" "),
    ...links(slo, "ErrorBudgetBurn"),
  };
}

/** What it takes for a tier to alert, in words. */
export const overLimit = ({ objective }: Slo, tier: BurnTier): string => {
  const limit = objective.budget.times(tier.factor).times(100).toFixed();
  return `Over both ${tier.shortWindow} and ${tier.longWindow} it is more than ${limit}%, ${tier.factor.toFixed()} times what the target of ${objective.targetPercent.toFixed()}% sustains`;
};

export const links = (slo: Slo, kind: AlertKind): Record<string, string> => ({
  runbook_url: slo.runbookUrl(kind),
  dashboard_url: slo.boardUrl,
});

/** The moment as templates, which Prometheus fills in whenever it evaluates the alert. */
export const templates = (slo: Slo, tier: BurnTier): Moment => ({
  ratio: "{{ $value | humanizePercentage }}",
  since: whenFound(
    lastBelow(slo, tier),
    sinceText("{{ .Value | humanizeTimestamp }}"),
    longerThan(tier),
  ),
  left: whenFound(
    join(slo.record(series.budgetRemaining), ">", "0"),
    leftText(
      slo,
      "{{ .Value | humanizePercentage }}",
      whenFound(lasting(slo, tier), "{{ .Value | humanizeDuration }}"),
    ),
    spentText(slo),
  ),
});

export const sinceText = (time: string): string => `since ${time}`;

export const longerThan = ({ longWindow }: BurnTier): string => `for longer than ${longWindow}`;

export const leftText = (slo: Slo, share: string, duration: string): string =>
  `Of ${periodsOf(slo.objective)} budget ${share} is left, which lasts ${duration} at this rate`;

export const spentText = (slo: Slo): string =>
  `Nothing is left of ${periodsOf(slo.objective)} budget`;

/** The last minute in which the short window was not above the limit. */
const lastBelow = (slo: Slo, tier: BurnTier): Promql =>
  lastTimeOf(join(ratioOf(slo, tier.shortWindow), "<=", thresholdOf(slo, tier)), tier.longWindow);

/** Seconds that what is left of the budget lasts while as much is bad as in the short window. */
const lasting = (slo: Slo, tier: BurnTier): Promql =>
  join(
    join(slo.record(series.budgetRemaining), "*", badTime(slo)),
    "/",
    ratioOf(slo, tier.shortWindow),
  );

/** How much of so many days an objective allows to be bad: 2592 s of 30 at 99.9%. */
export const badSeconds = ({ objective }: Slo, days: number): string =>
  objective.budget.times(days * 86_400).toFixed();

/** How much of its period may be bad, in seconds. */
const badTime = (slo: Slo): Promql | string =>
  slo.objective.window === "month"
    ? join(badSeconds(slo, 1), "*", slo.record(series.timePeriodDays))
    : badSeconds(slo, slo.objective.windowDays);

/** One text where a query finds something, with its value, and another one where it does not. */
const whenFound = (query: Promql, found: string, missing = ""): string =>
  `{{ range query \`${query}\` }}${found}${missing === "" ? "" : `{{ else }}${missing}`}{{ end }}`;
