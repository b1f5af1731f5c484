import Table from "cli-table3";
import { NO_BORDERS, trimLines } from "../table";
import type { SloFacts } from "./report";

/** What a total outage of each SLO costs before somebody is paged; empty without objectives. */
export function renderOutages(slos: readonly SloFacts[]): string {
  if (slos.length === 0) return "";
  const table = new Table({
    head: ["total outage of", "pages after", "budget spent by then", "in"],
    colAligns: ["left", "right", "right", "left"],
    chars: NO_BORDERS,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const same of grouped(slos)) table.push(row(same));
  return trimLines(table.toString());
}

type Group = readonly [SloFacts, ...SloFacts[]];

/** SLOs of several environments that cost the same, in one line. */
function grouped(slos: readonly SloFacts[]): Group[] {
  const groups = new Map<string, [SloFacts, ...SloFacts[]]>();
  for (const slo of slos) {
    const key = row([slo]).slice(0, -1).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [slo]);
    else group.push(slo);
  }
  return [...groups.values()];
}

function row(group: Group): string[] {
  const [{ id, targetPercent, window, totalOutage }] = group;
  const { minutesToPage, budgetSpentPercent } = totalOutage;
  return [
    `${id} (${targetPercent}% over ${window})`,
    `${minutesToPage} min`,
    `${budgetSpentPercent}%`,
    group.map(({ environment }) => environment).join(", "),
  ];
}
