import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SynthesizedStack } from "../../constructs/synth";
import { writeProviderLocks } from "../../operations/provider_lock";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "plinth-locks-"));
});

afterEach(() => rmSync(root, { recursive: true }));

const stack: SynthesizedStack = {
  id: "dev-c01",
  environment: "dev",
  cloud: "aws",
  directory: "stacks/dev-c01",
  resources: 0,
  json: {},
};

const written = () => readFileSync(join(root, "out/stacks/dev-c01/.terraform.lock.hcl"), "utf8");

test("a stack's lock file pins the provider's version for every platform", () => {
  writeProviderLocks(root, join(root, "out"), [stack]);
  expect(written()).toBe(
    [
      'provider "registry.terraform.io/hashicorp/aws" {',
      '  version     = "5.100.0"',
      '  constraints = "5.100.0"',
      "}",
      "",
    ].join("\n"),
  );
});

test("a lock file that the team has committed is taken as it is", () => {
  mkdirSync(join(root, "locks"));
  writeFileSync(join(root, "locks", "aws.terraform.lock.hcl"), "# with checksums\n");
  writeProviderLocks(root, join(root, "out"), [stack]);
  expect(written()).toBe("# with checksums\n");
});
