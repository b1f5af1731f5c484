import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type * as find from "../../tools/find";
import {
  cliConfig,
  googleProvider,
  providerMirror,
  toolPath,
  toolPython,
  type ToolName,
} from "../../tools/find";
import { configuredMirrors, findMirror, imageMirrors } from "../../tools/lib/mirror";
import { platform } from "../../tools/lib/cache";

const folder = mkdtempSync(path.join(os.tmpdir(), "plinth-find-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs with other environment variables for a moment. */
function withEnv<T>(changes: NodeJS.ProcessEnv, work: () => T): T {
  const before = { ...process.env };
  Object.assign(process.env, changes);
  try {
    return work();
  } finally {
    process.env = before;
  }
}

function mirrorWith(name: string, provider: string): string {
  const mirror = path.join(folder, name);
  mkdirSync(path.join(mirror, "registry.terraform.io", provider), { recursive: true });
  return mirror;
}

describe("toolPath", () => {
  const needed: ToolName[] = [
    "terraform",
    "tofu",
    "opa",
    "conftest",
    "promtool",
    "amtool",
    "alertmanager",
    "oslo",
    "pint",
    "yace",
    "postgres",
    "valkey",
    "openssl",
  ];

  test.each(needed)("%s is installed and runs", (name) => {
    const ask = ["opa", "pint", "openssl"].includes(name) ? "version" : "--version";
    const { status } = spawnSync(toolPath(name), [ask]);
    expect(status).toBe(0);
  });

  test("the emulators' Python imports them", () => {
    for (const name of ["moto", "ministack"] as const) {
      expect(spawnSync(toolPython(name), ["-c", `import ${name}`]).status).toBe(0);
    }
  });

  test("a tool that is nowhere is an error that says what to run", () => {
    const nowhere = { PATH: folder, PLINTH_TOOLS_CACHE: path.join(folder, "empty") };
    jest.isolateModules(() => {
      const fresh = jest.requireActual<typeof find>("../../tools/find");
      withEnv(nowhere, () => {
        expect(() => fresh.toolPath("opa")).toThrow(
          `opa 1.22.0 was found neither on the PATH nor in ${nowhere.PLINTH_TOOLS_CACHE}: run "npm run tools"`,
        );
        expect(() => fresh.toolPath("terraform")).toThrow(
          "terraform 1.11 or newer was not found on the PATH: install it",
        );
      });
    });
  });
});

describe("providerMirror", () => {
  const unpacked = `hashicorp/aws/5.100.0/${platform()}`;

  test("PLINTH_PROVIDER_MIRROR comes first", () => {
    const mirror = mirrorWith("named", unpacked);
    expect(withEnv({ PLINTH_PROVIDER_MIRROR: mirror }, providerMirror)).toBe(mirror);
  });

  test("a PLINTH_PROVIDER_MIRROR without the provider is an error, not a fall-back", () => {
    expect(() => withEnv({ PLINTH_PROVIDER_MIRROR: folder }, providerMirror)).toThrow(
      `PLINTH_PROVIDER_MIRROR is ${folder}, which holds no registry.terraform.io/${unpacked}`,
    );
  });

  test("then the filesystem mirror of the CLI configuration", () => {
    const mirror = mirrorWith("configured", unpacked);
    const file = path.join(folder, "cli.tfrc");
    writeFileSync(
      file,
      `# filesystem_mirror { path = "/commented" }
provider_installation {
  filesystem_mirror {
    include = ["registry.terraform.io/hashicorp/*"]
    path    = ${JSON.stringify(mirror)}
  }
}`,
    );
    expect(configuredMirrors(readFileSync(file, "utf8"))).toEqual([mirror]);
    expect(findMirror("hashicorp/aws", "5.100.0", { TF_CLI_CONFIG_FILE: file })).toBe(mirror);
  });

  test("then the folders where Terraform looks by itself; packed mirrors count too", () => {
    const data = path.join(folder, "data");
    const mirror = mirrorWith("data/terraform/plugins", "hashicorp/aws");
    const zip = `terraform-provider-aws_5.100.0_${platform()}.zip`;
    writeFileSync(path.join(mirror, "registry.terraform.io/hashicorp/aws", zip), "");
    expect(findMirror("hashicorp/aws", "5.100.0", { XDG_DATA_HOME: data })).toBe(mirror);
  });

  test("then what an image brings, one or two folders down", () => {
    const roots = [path.join(folder, "image")];
    mkdirSync(path.join(folder, "image/tools/plugins/registry.terraform.io"), { recursive: true });
    mkdirSync(path.join(folder, "image/mirror/registry.terraform.io"), { recursive: true });
    expect(imageMirrors(roots)).toEqual([
      path.join(folder, "image/mirror"),
      path.join(folder, "image/tools/plugins"),
    ]);
  });

  test("a provider that nobody has is left to the registry", () => {
    expect(findMirror("hashicorp/aws", "0.0.1", {})).toBeUndefined();
  });
});

describe("cliConfig", () => {
  test.each(["terraform", "tofu"] as const)(
    "%s init finds its providers with it",
    (tool) => {
      const stack = path.join(folder, tool);
      mkdirSync(stack);
      const { env, file } = cliConfig(tool, path.join(folder, "cli"));
      const providers = {
        aws: { source: "hashicorp/aws", version: "5.100.0" },
        google: { source: "hashicorp/google", version: googleProvider().version },
      };
      const text = JSON.stringify({ terraform: { required_providers: providers } });
      writeFileSync(path.join(stack, "main.tf.json"), text);
      const options = { cwd: stack, env: { ...process.env, ...env }, encoding: "utf8" as const };
      const { stdout, stderr, status } = spawnSync(toolPath(tool), ["init", "-no-color"], options);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toContain("hashicorp/aws v5.100.0");
      expect(stdout).toContain(`hashicorp/google v${googleProvider().version}`);
      expect(existsSync(file)).toBe(true);
      expect(env.TF_CLI_CONFIG_FILE).toBe(file);
    },
    60_000,
  );
});
