import { execFileSync } from "node:child_process";
import { toolPath } from "../../tools/find";
import { policies } from "./fixtures";

/** Only a whole plan goes through these; `differential.real.test.ts` compares what they say with the driver. */
const DOOR = [
  "dispatch.rego",
  "main.rego",
  "lib/drift.rego",
  "lib/plan.rego",
  "lib/pseudo.rego",
  "lib/relations.rego",
];

interface Coverage {
  readonly files: Readonly<
    Record<
      string,
      { readonly not_covered?: readonly { readonly start: { readonly row: number } }[] }
    >
  >;
}

test("every line of every rule is evaluated by the rules' own tests", () => {
  const args = ["test", ".", "--coverage", "--format", "json", "--timeout", "300s"];
  const text = execFileSync(toolPath("opa"), args, {
    cwd: policies,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const files = Object.entries((JSON.parse(text) as Coverage).files);
  expect(files.length).toBeGreaterThan(500);
  const missed = files
    .filter(([file]) => !DOOR.includes(file))
    .flatMap(([file, { not_covered = [] }]) =>
      not_covered.map(({ start }) => `${file}:${start.row}`),
    );
  expect(missed).toEqual([]);
}, 300_000);
