import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { findTool, nextSteps } from "../../operations/next";
import { findingsText, renderSummary } from "../../operations/table";

const none = { deny: 0, undetermined: 0, advisory: 0, exempt: 0 };

test("the table says what was made, where it is and what to run next", () => {
  const rows = [
    {
      environment: "dev",
      stacks: 2,
      resources: 31,
      findings: none,
      slos: 2,
      rules: 42,
      boards: 1,
      where: "out/dev",
    },
    {
      ...{
        environment: "dev-gcp",
        stacks: 12,
        resources: 8,
        slos: 2,
        rules: 42,
        boards: 1,
        where: "out/dev-gcp",
      },
      findings: { ...none, deny: 2, undetermined: 1 },
    },
  ];
  const next = [{ command: "npx plinth gate", why: "read every finding" }];
  expect(renderSummary(rows, "outages", next)).toBe(
    [
      "environment  stacks  resources  findings                  SLOs  rules  boards  files",
      "dev               2         31  none                         2     42       1  out/dev",
      "dev-gcp          12          8  2 denied, 1 undetermined     2     42       1  out/dev-gcp",
      "",
      "outages",
      "",
      "Next:",
      "  npx plinth gate  read every finding",
      "",
    ].join("\n"),
  );
});

test("findings are named by what they mean", () => {
  expect(findingsText(none)).toBe("none");
  expect(findingsText({ deny: 1, undetermined: 2, advisory: 3, exempt: 4 })).toBe(
    "1 denied, 2 undetermined, 3 advisory, 4 exempt",
  );
});

const stacks = ["dev-bootstrap", "dev-c01"];

test.each([
  ["terraform", "npx cdktf plan dev-c01", "plan one stack with the cloud's credentials"],
  [
    "tofu",
    "TERRAFORM_BINARY_NAME=tofu npx cdktf plan dev-c01",
    "plan one stack with the cloud's credentials",
  ],
  [
    undefined,
    "npx cdktf plan dev-c01",
    "plan one stack, once Terraform >= 1.11 or OpenTofu >= 1.10 is on the PATH",
  ],
] as const)("with %s, the step that plans is named", (tool, command, why) => {
  expect(nextSteps({ stacks, verdict: "pass", tool })[1]).toEqual({ command, why });
});

test("findings come before other formats", () => {
  expect(nextSteps({ stacks, verdict: "deny", tool: undefined })[0]?.command).toBe(
    "npx plinth gate",
  );
  expect(nextSteps({ stacks: [], verdict: "pass", tool: undefined })).toHaveLength(1);
});

test("Terraform is preferred, as cdktf does; what cannot be run is no tool", () => {
  const folders = ["a", "b", "c"].map((name) => join(mkdtempSync(join(tmpdir(), "plinth-")), name));
  folders.forEach((folder) => mkdirSync(folder));
  const [a, b, c] = folders as [string, string, string];
  writeFileSync(join(a, "terraform"), "");
  mkdirSync(join(a, "tofu"));
  writeFileSync(join(b, "tofu"), "");
  chmodSync(join(b, "tofu"), 0o755);
  writeFileSync(join(c, "terraform"), "");
  chmodSync(join(c, "terraform"), 0o755);
  expect(findTool(a)).toBeUndefined();
  expect(findTool([a, b].join(delimiter))).toBe("tofu");
  expect(findTool([a, b, c].join(delimiter))).toBe("terraform");
  expect(findTool(undefined)).toBeUndefined();
});
