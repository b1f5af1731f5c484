import Table from "cli-table3";
import { NO_BORDERS, trimLines } from "../table";
import type { SloFacts, SloReport } from "./report";

/** What people read: a heading, the tiers and the outage of each SLO. */
export function renderText({ slos }: SloReport): string {
  if (slos.length === 0) return "no objectives are declared\n";
  return `${slos.map(sloText).join("\n\n")}\n`;
}

function sloText(slo: SloFacts): string {
  const { unit, budget, totalOutage } = slo;
  return [
    `${slo.environment}-${slo.cell} ${slo.id}: ${slo.targetPercent}% of ${unit} over ${slo.window}`,
    `  budget: ${budget.percent}%, ${numberText(budget.bad)} bad ${unit}`,
    indented(tierTable(slo)),
    `  total outage: pages after ${totalOutage.minutesToPage} min, ${totalOutage.budgetSpentPercent}% of the budget counted as spent by then`,
  ].join("\n");
}

const HEAD = ["tier", "severity", "windows", "factor", "above", "at least", "spent", "gone in"];

function tierTable({ tiers, unit }: SloFacts): string {
  const table = new Table({
    head: HEAD,
    colAligns: ["left", "left", "left", "right", "right", "right", "right", "right"],
    chars: NO_BORDERS,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const tier of tiers) {
    table.push([
      tier.name,
      tier.severity,
      `${tier.shortWindow} and ${tier.longWindow}`,
      `${tier.factor}`,
      `${tier.abovePercent}%`,
      `${tier.leastBad} ${unit}`,
      `${tier.budgetSpentPercent}%`,
      tier.exhaustedIn,
    ]);
  }
  return trimLines(table.toString());
}

/** `12,960`: the same everywhere, whatever the locale. */
const numberText = (value: number): string =>
  value.toLocaleString("en-US", { maximumFractionDigits: 1 });

const indented = (text: string): string => text.replace(/^/gm, "  ");
