/** How a number is written in a unit of Grafana's; short, as beside an axis. */
export function format(value: number, unit: string): string {
  const suffix = SUFFIXES[unit] ?? "";
  if (unit === "percentunit") return `${short(value * 100)}%`;
  return `${short(value)}${suffix}`;
}

const SUFFIXES: Readonly<Record<string, string>> = {
  s: " s",
  ms: " ms",
  cps: " /s",
  reqps: " req/s",
};

/** Four digits, without zeros at the end: 0.9995, 14.4, 300. */
const short = (value: number): string => String(Number(value.toPrecision(4)));
