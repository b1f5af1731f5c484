import { execFileSync } from "node:child_process";
import { toolPath } from "../../tools/find";
import { policies } from "./fixtures";

/** Generated: calls every policy. `differential.real.test.ts` compares what comes of it with the driver. */
const GENERATED = "dispatch.rego";

interface Coverage {
  readonly files: Readonly<
    Record<
      string,
      { readonly not_covered?: readonly { readonly start: { readonly row: number } }[] }
    >
  >;
}

test("every line of Rego that somebody wrote is evaluated by the tests in Rego", () => {
  const args = ["test", ".", "--coverage", "--format", "json", "--timeout", "300s"];
  const text = execFileSync(toolPath("opa"), args, {
    cwd: policies,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const files = Object.entries((JSON.parse(text) as Coverage).files);
  expect(files.length).toBeGreaterThan(500);
  const missed = files
    .filter(([file]) => file !== GENERATED)
    .flatMap(([file, { not_covered = [] }]) =>
      not_covered.map(({ start }) => `${file}:${start.row}`),
    );
  expect(missed).toEqual([]);
}, 300_000);
