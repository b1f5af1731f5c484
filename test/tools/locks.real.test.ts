// What may stand in a dependency lock file that is written beside every stack, for both tools and all platforms: a
// version without checksums. The checksums of one platform would make init fail on every other.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { cliConfig, toolPath } from "../../tools/find";

const folder = mkdtempSync(path.join(os.tmpdir(), "plinth-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const elsewhere = `h1:${Buffer.alloc(32, "another platform").toString("base64")}`;

const hosts = { terraform: "registry.terraform.io", tofu: "registry.opentofu.org" };

const lock = (hashes: string, host = hosts.terraform) => `provider "${host}/hashicorp/aws" {
  version     = "5.100.0"
  constraints = "5.100.0"
${hashes}}
`;

function init(tool: "terraform" | "tofu", lockFile: string) {
  const cwd = mkdtempSync(path.join(folder, `${tool}-`));
  const aws = { source: "hashicorp/aws", version: "5.100.0" };
  writeFileSync(path.join(cwd, ".terraform.lock.hcl"), lockFile);
  writeFileSync(
    path.join(cwd, "main.tf.json"),
    JSON.stringify({ terraform: { required_providers: { aws } } }),
  );
  const env = { ...process.env, ...cliConfig(tool, path.join(folder, "cli")).env };
  const run = spawnSync(toolPath(tool), ["init", "-no-color"], { cwd, env, encoding: "utf8" });
  return { ...run, after: readFileSync(path.join(cwd, ".terraform.lock.hcl"), "utf8") };
}

describe.each(["terraform", "tofu"] as const)("%s init", (tool) => {
  test("takes the version of a lock without checksums, and records this platform's", () => {
    const { status, stderr, after } = init(tool, lock(""));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(after).toContain(`provider "${hosts[tool]}/hashicorp/aws" {\n  version     = "5.100.0"`);
    expect(after).toMatch(/"h1:[A-Za-z0-9+/]{43}="/);
  });

  test("fails on a lock that has only another platform's checksums", () => {
    const { status, stderr } = init(
      tool,
      lock(`  hashes = [\n    "${elsewhere}",\n  ]\n`, hosts[tool]),
    );
    expect(status).toBe(1);
    expect(stderr).toContain(
      "match any of the\nchecksums previously recorded in the dependency lock file",
    );
  });
});
