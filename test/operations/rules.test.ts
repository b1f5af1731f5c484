import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { dev } from "../../environments/dev";
import { settle } from "../../model/settle";
import { checkEnforcement } from "../../operations/enforcement";
import { repositoryRoot } from "../../operations/repository";
import { policyBytes, rulesFor } from "../../operations/rules";
import { MANIFEST_SECTION, shippedBundle } from "../../policies/gate/bundle";
import { withSection } from "../../policies/gate/rules/section";
import { scratch } from "./cli/plinth";

const environments: { policy?: string } = {};
jest.mock("../../environments", () => ({
  environments: [],
  get policy() {
    return environments.policy;
  },
}));

const file = join(scratch(), "policy.wasm");

/** The least Wasm there is, that says it has a rule of a team beside the shipped ones. */
function build(beside: string): void {
  const empty = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const { manifest } = shippedBundle();
  const rules = [...manifest.rules, { ...manifest.rules[0], id: "TEAM-SQS-001" }];
  writeFileSync(
    file,
    withSection(empty, MANIFEST_SECTION, JSON.stringify({ ...manifest, rules, beside })),
  );
}

const levels = () =>
  checkEnforcement([
    settle({ ...dev, enforcement: { rules: { "TEAM-SQS-001": { level: "advisory" } } } }),
  ]);

describe("the rules of a repository", () => {
  beforeEach(() => {
    environments.policy = relative(repositoryRoot, file);
    build(shippedBundle().sha256);
  });

  test("are those of the file that environments/ names, whose levels they may then set", () => {
    expect(rulesFor().map(({ id }) => id)).toContain("TEAM-SQS-001");
    expect(levels).not.toThrow();
    delete environments.policy;
    expect(policyBytes()).toBeUndefined();
    expect(rulesFor()).toBe(shippedBundle().manifest.rules);
    expect(levels).toThrow("dev.enforcement.rules.TEAM-SQS-001: expected a rule of");
  });

  test("are those of a flag, where one names a file", () => {
    environments.policy = "nowhere.wasm";
    expect(rulesFor(file).map(({ id }) => id)).toContain("TEAM-SQS-001");
    expect(() => policyBytes()).toThrow(
      "policy in environments/index.ts: nowhere.wasm: no such file",
    );
  });

  test("are refused once Plinth ships others than they were built beside", () => {
    build("0".repeat(64));
    expect(() => rulesFor()).toThrow(
      "policy.wasm: was built beside other rules of Plinth than those that ship: run `plinth policy build` again",
    );
  });
});
