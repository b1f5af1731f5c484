import { CAUTION_BELOW } from "../../model/burn";
import { series } from "../../model/names";
import type { Slo } from "../slo/slo";
import { code, type Section } from "./page";

/**
 * What a burn means for releases.
 *
 * @see https://sre.google/workbook/error-budget-policy/ (appendix B: the freeze, and the postmortem after 20%)
 */
export const errorBudget = (slo: Slo): Section => ({
  heading: "Error budget",
  lines: [
    "The part that is left; 1 is all of it, 0 nothing, less is overspent:",
    ...code("promql", slo.record(series.budgetRemaining)),
    "What follows for releases, as the gate will judge them:",
    ...code("sh", `npx plinth budget --prometheus URL --env ${slo.service.environment}`),
    "| state | when | what goes out |",
    "| --- | --- | --- |",
    `| ok | ${CAUTION_BELOW * 100}% or more is left | everything |`,
    "| caution | less is left, or the burn pages | small changes; what deletes or replaces waits for a person |",
    "| frozen | nothing is left | a rollback, a drift revert, and a security or P0 fix that two people signed; no feature |",
    "",
    "An incident that alone spent more than 20% of the budget gets a postmortem, with at least one action against its cause.",
  ],
});
