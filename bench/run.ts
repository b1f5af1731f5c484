/**
 * `npm run bench [-- gate|router|slo|synth|types] [--all]`: prints what Plinth costs against a peer or the plain way, in one run.
 * Numbers, never a verdict.
 */
import { benchFleet } from "./fleet";
import { benchGate } from "./gate";
import { benchRouter } from "./router";
import { benchSlo } from "./slo";
import { benchSynth } from "./synth";
import { benchTypes } from "./types";

const BENCHES: Readonly<Record<string, (isAll: boolean) => Promise<void> | void>> = {
  synth: printSynth,
  gate: benchGate,
  router: benchRouter,
  slo: benchSlo,
  types: benchTypes,
};

async function printSynth(): Promise<void> {
  const synth = benchSynth();
  const lines = [
    `synthesis, CPU seconds per 1,000 resources (${synth.resources} resources, median)`,
    `  plinth       ${synth.plinth}`,
    `  plain cdktf  ${synth.plain}`,
    `  ratio        ${synth.ratio}`,
    "",
  ];
  process.stdout.write(lines.join("\n"));
  await benchFleet();
}

async function run(given: readonly string[]): Promise<void> {
  const names = given.filter((name) => name !== "--all");
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined)
    throw new Error(`expected one of ${Object.keys(BENCHES).join(", ")}, got ${unknown}`);
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length === 0 || names.includes(name)) await bench(given.includes("--all"));
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`bench: ${(error as Error).message}\n`);
  process.exitCode = 1;
});
