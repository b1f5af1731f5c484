import { dev } from "../../environments/dev";
import { requiredVersion, writeOnlyProblem, type ToolDeclaration } from "../../model/tool";
import { ofDev, ofDevGcp } from "./fixtures";

const terraform = (version: string): ToolDeclaration => ({ name: "terraform", version });
const opentofu = (version: string): ToolDeclaration => ({ name: "opentofu", version });

test("an environment that says nothing takes either tool from 1.10 on", () => {
  expect(requiredVersion(dev)).toBe(">= 1.10.0");
});

test.each([
  [terraform("1.11"), ">= 1.11.0"],
  [terraform("1.11.4"), ">= 1.11.4"],
  [opentofu("1.10"), ">= 1.10.0"],
  [opentofu("2.0"), ">= 2.0.0"],
])("%j asks for %s", (tool, required) => {
  expect(requiredVersion({ tool })).toBe(required);
  expect(ofDev("tool", tool)).toEqual([]);
  expect(ofDevGcp("tool", tool)).toEqual([]);
});

test.each<[string, unknown, string]>([
  [
    "another tool",
    { name: "pulumi", version: "3.0" },
    'dev.tool.name: expected "terraform" or "opentofu", got "pulumi"',
  ],
  [
    "a version without its second number",
    { name: "terraform", version: "1" },
    'dev.tool.version: expected a version such as 1.11 or 1.11.4, got "1"',
  ],
  [
    "a tool without a version",
    { name: "opentofu" },
    "dev.tool.version: expected a version such as 1.11 or 1.11.4, got nothing",
  ],
  [
    "a Terraform that is too old",
    terraform("1.10.5"),
    'dev.tool.version: expected 1.11 or newer of Terraform, with which the stacks are tested, got "1.10.5"',
  ],
  [
    "an OpenTofu that is too old",
    opentofu("1.9"),
    'dev.tool.version: expected 1.10 or newer of OpenTofu, with which the stacks are tested, got "1.9"',
  ],
])("%s is a problem", (_, tool, line) => {
  expect(ofDev("tool", tool)).toEqual([line]);
});

test.each([terraform("1.11"), terraform("1.12.1"), opentofu("1.11"), opentofu("2.0")])(
  "%j has write-only arguments",
  (tool) => {
    expect(writeOnlyProblem({ name: "dev", tool })).toBeUndefined();
  },
);

test.each([
  [opentofu("1.10"), "OpenTofu 1.10 or newer"],
  [opentofu("1.10.10"), "OpenTofu 1.10.10 or newer"],
  [undefined, "no declared tool"],
])("%j may not have them", (tool, got) => {
  expect(writeOnlyProblem({ name: "dev", ...(tool === undefined ? {} : { tool }) })).toBe(
    `expected write-only arguments, which Terraform and OpenTofu have from 1.11 on, so that no state holds the value; declare \`tool\` in dev with such a version, got ${got}`,
  );
});
