import { chart, colorOf, known, type Line, type Step } from "./chart";
import { escapeMarkup } from "./markup";
import { format } from "./units";

/** A panel of a generated board, as far as its picture asks. */
export interface PicturedPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
  readonly fieldConfig?: {
    readonly defaults: {
      readonly unit?: string;
      readonly thresholds?: { readonly steps: readonly Step[] };
      readonly custom?: { readonly thresholdsStyle?: { readonly mode: string } };
    };
  };
}

export interface PicturedBoard {
  readonly title: string;
  readonly description: string;
  readonly panels: readonly PicturedPanel[];
}

/**
 * A board as one page that needs neither Grafana nor a network: the same panels, at their places, over given data.
 *
 * @param lines - what each panel shows, by the panel's id
 * @param caption - when and over what
 */
export const boardPage = (
  board: PicturedBoard,
  lines: ReadonlyMap<number, readonly Line[]>,
  caption: string,
): string =>
  [
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeMarkup(board.title)}</title><style>${STYLE}</style>`,
    `<h1>${escapeMarkup(board.title)}</h1><p>${escapeMarkup(board.description)}</p><p>${escapeMarkup(caption)}</p><main>`,
    ...board.panels.map((panel) => section(panel, lines.get(panel.id) ?? [])),
    "</main></html>\n",
  ].join("\n");

function section(panel: PicturedPanel, lines: readonly Line[]): string {
  const { x, y, w, h } = panel.gridPos;
  const place = `grid-area:${y + 1}/${x + 1}/span ${h}/span ${w}`;
  const title = escapeMarkup(panel.title);
  if (panel.type === "row") return `<h2 style="${place}">${title}</h2>`;
  const tooltip = escapeMarkup(panel.description ?? "");
  return `<section style="${place}" title="${tooltip}"><h3>${title}</h3>${content(panel, lines)}</section>`;
}

function content({ type, fieldConfig }: PicturedPanel, lines: readonly Line[]): string {
  if (lines.every((line) => known(line).length === 0)) return `<p class="none">No data</p>`;
  const { unit = "short", thresholds, custom } = fieldConfig?.defaults ?? {};
  const steps = thresholds?.steps ?? [];
  if (type === "stat") return stats(lines, unit, steps);
  const limits = custom?.thresholdsStyle?.mode === "line";
  return chart(lines, { unit, steps, limits }) + legend(lines);
}

const stats = (lines: readonly Line[], unit: string, steps: readonly Step[]): string =>
  `<div class="stats">${lines.map((line) => lastValue(line, unit, steps)).join("")}</div>`;

function lastValue(line: Line, unit: string, steps: readonly Step[]): string {
  const value = known(line).at(-1)?.[1] ?? NaN;
  const color = steps.findLast((step) => step.value === null || step.value <= value)?.color ?? "";
  return `<p style="color:${escapeMarkup(color)}">${format(value, unit)}<small>${escapeMarkup(line.name)}</small></p>`;
}

const legend = (lines: readonly Line[]): string =>
  `<p class="legend">${lines
    .map(({ name }, index) => `<b style="color:${colorOf(index)}">■</b> ${escapeMarkup(name)}`)
    .join(" ")}</p>`;

const STYLE = `
body { font: 13px sans-serif; margin: 12px; color: #24292e; background: #f4f5f5 }
h1 { font-size: 20px; margin: 0 } h3 { font-size: 13px; margin: 0 0 4px }
h2 { font-size: 15px; margin: 0; align-self: end } p { margin: 2px 0 }
main { display: grid; grid-template-columns: repeat(24, 1fr); grid-auto-rows: 26px; gap: 4px 0 }
section { background: #fff; border: 1px solid #d8d9da; margin-right: 6px; padding: 6px; overflow: hidden }
svg { width: 100% } .grid { stroke: #e3e4e5 } .line { fill: none; stroke-width: 1.6 }
.limit { stroke-dasharray: 4 3 } text { font-size: 9px; fill: #666 }
.value { text-anchor: end; dominant-baseline: middle } .time { text-anchor: middle }
.time:first-of-type { text-anchor: start } .time:last-of-type { text-anchor: end }
.legend { font-size: 11px } .none { color: #888; text-align: center; margin-top: 60px }
.stats { display: flex; justify-content: space-evenly; margin-top: 50px }
.stats p { font-size: 34px; text-align: center } small { display: block; font-size: 12px; color: #666 }
`;
