import { CAUTION_BELOW, type BurnTier } from "../../model/burn";

/** What a spent budget means for releases, worst last. */
export const STATES = ["ok", "caution", "frozen"] as const;
export type BudgetState = (typeof STATES)[number];

/** What was measured of one SLO. */
export interface Measured {
  /** Share of the period's budget that is left; below 0 it is overspent. */
  readonly remaining: number;
  /** Burn rate over each window of the tiers that page: 1 is exactly sustainable. */
  readonly burn: Readonly<Record<string, number>>;
}

/**
 * The state of an SLO: `frozen` when nothing of its budget is left (SRE workbook, appendix B), `caution` when less
 * than a quarter is, or while it burns so fast that its alert pages.
 *
 * @see https://sre.google/workbook/error-budget-policy/
 */
export function stateOf({ remaining, burn }: Measured, tiers: readonly BurnTier[]): BudgetState {
  if (remaining <= 0) return "frozen";
  return remaining < CAUTION_BELOW || tiers.some((tier) => isBurning(tier, burn))
    ? "caution"
    : "ok";
}

/** Both windows of a tier that pages are over its factor, as in the alert. */
function isBurning(tier: BurnTier, burn: Measured["burn"]): boolean {
  const windows = [tier.shortWindow, tier.longWindow];
  return (
    tier.severity === "page" && windows.every((window) => tier.factor.lessThan(burn[window] ?? 0))
  );
}

export function worst(states: readonly BudgetState[]): BudgetState {
  return STATES[Math.max(0, ...states.map((state) => STATES.indexOf(state)))] ?? "ok";
}
