import type { EnvironmentDeclaration } from "../environment";
import type { CostDeclaration } from "./declaration";
import { settleIdle, type Idle } from "./idle";

/** After settling: nothing is optional but what is not wanted. */
export interface Cost {
  /** In US dollars. */
  readonly monthly: number;
  readonly emails: readonly string[];
  readonly topic: boolean;
  /** In percent. */
  readonly spent: readonly number[];
  readonly forecast: readonly number[];
  readonly scope: "account" | "environment";
  /** Undefined where nobody is to be told. */
  readonly anomalies: Anomalies | undefined;
  /** Undefined where nobody is told of what nobody uses. */
  readonly idle: Idle | undefined;
}

/** From what cost on an anomaly is told, and which monitor finds it. */
export interface Anomalies {
  /** In US dollars. */
  readonly impact: number;
  /** "made", or an ARN. */
  readonly monitor: string;
}

/** The monitor that the stack makes. */
export const MADE = "made";

/** @param stage - of the environment: what nobody uses is told of in production, unless declared otherwise */
export const settleCost = (
  declared: CostDeclaration,
  stage: EnvironmentDeclaration["stage"],
): Cost => ({
  monthly: declared.monthly,
  emails: declared.notify.emails ?? [],
  topic: declared.notify.topic ?? false,
  spent: declared.spent ?? [80, 100],
  forecast: declared.forecast ?? [100],
  scope: declared.scope ?? "account",
  anomalies: settleAnomalies(declared),
  idle: settleIdle(declared.idle, stage),
});

function settleAnomalies({ monthly, anomalies = {} }: CostDeclaration): Anomalies | undefined {
  if (anomalies === "none") return undefined;
  return {
    impact: anomalies.impact ?? Math.ceil(monthly / 10),
    monitor: anomalies.monitor ?? MADE,
  };
}

export const makesMonitor = ({ anomalies }: Cost): boolean => anomalies?.monitor === MADE;
