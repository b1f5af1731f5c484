import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scratch } from "../cli/plinth";
import { runStep } from "./steps";

/** Runs the step beside a base whose command ends with this code. */
function compared(code: number, agreed: boolean) {
  const folder = scratch();
  const head = join(folder, "head");
  const command = join(folder, "base/dist/operations");
  for (const each of [head, command]) mkdirSync(each, { recursive: true });
  writeFileSync(
    join(command, "plinth.js"),
    `console.log(process.argv.slice(2).join(" ")); process.exit(${code});`,
  );
  const ended = runStep(["plan", "Compare with what callers rely on"], head, {
    RUNNER_TEMP: folder,
    AGREED: String(agreed),
  });
  return { ...ended, folder, summary: readFileSync(join(head, "summary.md"), "utf8") };
}

test("the merge is compared with what it is merged into, by the base's differs, and shown", () => {
  const { code, stdout, summary, folder } = compared(0, false);
  const told = `contracts diff --base HEAD^1 --oasdiff ${folder}/oasdiff --buf ${folder}/buf\n`;
  expect({ code, stdout }).toEqual({ code: 0, stdout: told });
  expect(summary).toBe(`\`\`\`text\n${told}\`\`\`\n`);
});

test("a break fails the job, unless a label says that it is agreed", () => {
  expect(compared(2, false).code).toBe(2);
  const agreed = compared(2, true);
  expect(agreed.code).toBe(0);
  expect(agreed.stdout).toContain(
    "::warning::a contract breaks, as the label contract:breaking says",
  );
});

test("what could not be compared fails whatever the label says", () => {
  expect(compared(1, true).code).toBe(1);
});
