import Table from "cli-table3";
import { NO_BORDERS, trimLines } from "../table";
import type { BudgetReport, SloBudget } from "./report";

const HEAD = ["service", "state", "SLO", "budget left", "burn (1h)", "period"];

/** What people read: a line an SLO. */
export function renderText({ asOf, services }: BudgetReport): string {
  const table = new Table({
    head: HEAD,
    colAligns: ["left", "left", "left", "right", "right", "left"],
    chars: NO_BORDERS,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const [name, { state, slos }] of Object.entries(services)) {
    slos.forEach((slo, n) => table.push([...(n === 0 ? [name, state] : ["", ""]), ...cells(slo)]));
  }
  const rows = Object.values(services).flatMap(({ slos }) => slos).length;
  return `${rows === 0 ? "no objectives are declared" : trimLines(table.toString())}\nas of ${asOf}\n`;
}

const cells = ({ id, remaining, burn, window }: SloBudget): string[] => [
  id,
  remaining === null ? "no data" : `${(remaining * 100).toFixed(2)}%`,
  burn === null ? "no data" : `${burn.toFixed(2)}x`,
  window,
];
