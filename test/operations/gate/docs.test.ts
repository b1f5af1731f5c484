import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createProgram } from "../../../operations/cli/program";
import { register } from "../../../operations/gate/command";
import { FORMATS } from "../../../operations/gate/formats";

const root = join(__dirname, "../../..");
const text = (name: string) => readFileSync(join(root, "docs", name), "utf8");

const gate = createProgram([register]).commands.find((command) => command.name() === "gate")!;

test("docs/gate.md names every flag and format of the command, and no other", () => {
  const flags = gate.options.map(({ long }) => long).sort();
  const named = [...new Set(text("gate.md").match(/(?<=[`\s])--[a-z]+/g))];
  expect(named.filter((flag) => !["--verdict", "--max"].includes(flag)).sort()).toEqual(flags);
  const formats = /^## Formats$.*?(?=^## )/ms.exec(text("gate.md"))?.[0] ?? "";
  const table = [...formats.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(table).toEqual([...FORMATS]);
});

test("every link of the three pages lands", () => {
  for (const page of ["gate.md", "freeze.md", "workflows.md"]) {
    for (const [, link] of text(page).matchAll(/\]\((?!https:)([^)#]+)/g))
      expect([page, link, existsSync(join(dirname(join(root, "docs", page)), link ?? ""))]).toEqual(
        [page, link, true],
      );
  }
});

test("docs/workflows.md names every variable and secret that the workflows read", () => {
  for (const name of ["plan", "apply", "drift", "freeze"]) {
    const workflow = readFileSync(join(root, ".github/workflows", `${name}.yml`), "utf8");
    for (const [, variable] of workflow.matchAll(/(?:vars|secrets)\.(\w+)/g))
      expect(text("workflows.md")).toContain(`\`${variable}\``);
  }
});
