import { escapeMarkup } from "./markup";
import { format } from "./units";

/** One series: its name, and its values by Unix seconds; NaN where nothing is known. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

/** From which value on a colour holds; null is from the lowest. */
export interface Step {
  readonly value: number | null;
  readonly color: string;
}

export interface ChartOptions {
  readonly unit: string;
  readonly steps: readonly Step[];
  /** Draw the steps as lines. */
  readonly limits: boolean;
}

const WIDTH = 380;
const HEIGHT = 150;
const LEFT = 58;
const BOTTOM = 18;
const COLORS = ["#3274d9", "#e0752d", "#37872d", "#8f3bb8", "#c4162a"] as const;

/** Colours of series, in their order. */
export const colorOf = (index: number): string => COLORS[index % COLORS.length] ?? COLORS[0];

/** Lines over time as SVG; limits that lie far above all values stay outside. */
export function chart(lines: readonly Line[], options: ChartOptions): string {
  const scale = scaleOf(lines, options);
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    ...grid(scale, options.unit),
    ...(options.limits ? limits(options.steps, scale) : []),
    ...lines.map((line, index) => path(line, scale, colorOf(index))),
    "</svg>",
  ].join("");
}

interface Scale {
  readonly top: number;
  readonly from: number;
  readonly to: number;
  readonly x: (seconds: number) => number;
  readonly y: (value: number) => number;
}

function scaleOf(lines: readonly Line[], { steps, limits }: ChartOptions): Scale {
  const times = lines.flatMap(({ points }) => points.map(([time]) => time));
  const values = lines.flatMap((line) => known(line).map(([, value]) => value));
  const highest = Math.max(0, ...values);
  const near = steps.flatMap(({ value }) =>
    limits && value !== null && value <= 3 * highest ? [value] : [],
  );
  const top = Math.max(highest, ...near) * 1.1 || 1;
  const [from, to] = [Math.min(...times), Math.max(...times)];
  return {
    ...{ top, from, to },
    x: (seconds) => LEFT + ((WIDTH - LEFT - 6) * (seconds - from)) / (to - from || 1),
    y: (value) => 6 + (HEIGHT - BOTTOM - 6) * (1 - value / top),
  };
}

function grid({ top, from, to, x, y }: Scale, unit: string): string[] {
  const values = [0, top / 2, top].map((value) => {
    const at = y(value).toFixed(1);
    return `<path d="M${LEFT} ${at}H${WIDTH - 6}" class="grid"/><text x="${LEFT - 6}" y="${at}" class="value">${format(value, unit)}</text>`;
  });
  const times = [from, (from + to) / 2, to].map(
    (time) =>
      `<text x="${x(time).toFixed(1)}" y="${HEIGHT - 4}" class="time">${clock(time)}</text>`,
  );
  return [...values, ...times];
}

const clock = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(11, 19);

const limits = (steps: readonly Step[], { top, y }: Scale): string[] =>
  steps.flatMap(({ value, color }) =>
    value === null || value > top
      ? []
      : [
          `<path d="M${LEFT} ${y(value).toFixed(1)}H${WIDTH - 6}" class="limit" stroke="${escapeMarkup(color)}"/>`,
        ],
  );

function path(line: Line, { x, y }: Scale, color: string): string {
  const d = known(line)
    .map(
      ([time, value], at) => `${at === 0 ? "M" : "L"}${x(time).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join("");
  return `<path d="${d}" class="line" stroke="${color}"/>`;
}

/** The points of which something is known. */
export const known = ({ points }: Line): Line["points"] =>
  points.filter(([, value]) => Number.isFinite(value));
