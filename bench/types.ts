/**
 * CPU of the check of all types by the compiler that the project uses (TypeScript 7, native) against the one before it
 * (TypeScript 6, in JavaScript, which the linter still reads types with); and of one construct's test file as a whole process.
 * The contenders take turns, so that a busy machine slows both; the median of the runs is taken.
 */
import { resolve } from "node:path";
import { measure, median, type Command, type Run } from "./measure";

const RUNS = 3;

const TYPES = ["--noEmit", "--project", "tsconfig.json"];

/** As `npm run check:types` has it: each checker learns by itself what the libraries' types are, and the machine has two cores. */
const CHECKERS = ["--checkers", "2"];

const CONTENDERS: Readonly<Record<string, readonly string[]>> = {
  "types, TypeScript 7": ["node_modules/@typescript/native/bin/tsc", ...TYPES, ...CHECKERS],
  "types, TypeScript 6": ["node_modules/typescript/bin/tsc6", ...TYPES],
  "one construct's tests": ["node_modules/jest/bin/jest.js", "test/constructs/aws/key.test.ts"],
};

const commandOf = (args: readonly string[]): Command => ({
  command: process.execPath,
  args,
  cwd: resolve(__dirname, "..", ".."),
  codes: [0],
});

/** @throws Error when a contender fails: the types must be right, and the tests pass */
export async function benchTypes(): Promise<void> {
  const runs = new Map<string, Run[]>(Object.keys(CONTENDERS).map((name) => [name, []]));
  for (let run = 0; run < RUNS; run++)
    for (const [name, args] of Object.entries(CONTENDERS))
      runs.get(name)?.push(await measure(commandOf(args)));
  const cpuOf = (name: string): number => median((runs.get(name) ?? []).map(({ cpu }) => cpu));
  const ratio = cpuOf("types, TypeScript 6") / cpuOf("types, TypeScript 7");
  const lines = [
    `types and tests, CPU seconds of the whole process (median of ${RUNS})`,
    ...[...runs.keys()].map((name) => `  ${name.padEnd(22)} ${cpuOf(name).toFixed(1)}`),
    `  ratio of the compilers ${ratio.toFixed(2)}`,
    "",
  ];
  process.stdout.write(lines.join("\n"));
}
