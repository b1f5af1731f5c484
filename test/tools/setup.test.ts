import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";

const script = path.join(__dirname, "../../tools/setup.mjs");
const folder = mkdtempSync(path.join(os.tmpdir(), "plinth-tools-"));
const cache = path.join(folder, "cache");
const bin = path.join(folder, "bin");

/** Runs the set-up with a PATH that holds nothing but the programs of this test. */
function setup(...args: string[]) {
  const env = { PLINTH_TOOLS_CACHE: cache, PATH: bin, HOME: folder };
  return spawnSync(process.execPath, [script, ...args], { env, encoding: "utf8" });
}

function program(name: string, prints: string) {
  const file = path.join(bin, name);
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "${prints}"\n`);
  chmodSync(file, 0o755);
  return file;
}

beforeEach(() => mkdirSync(bin, { recursive: true }));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("--list shows each tool, and what an absent one is for", () => {
  const terraform = program("terraform", "Terraform v1.11.4");
  const { stdout, status } = setup("--list");
  expect(status).toBe(0);
  expect(stdout).toContain(`terraform        1.11.4      ${terraform}\n`);
  expect(stdout).toContain(
    "opa              1.22.0      not installed (policy tests, and the compiled policies)\n",
  );
});

test("--help names the exit codes", () => {
  const { stdout, status } = setup("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("Exit codes: 0 all there, 1 a build failed, 2 wrong usage, 3 ");
});

test("an unknown tool or option is wrong usage", () => {
  expect(setup("oppa")).toMatchObject({ status: 2, stdout: "" });
  expect(setup("oppa").stderr).toContain('tools: unknown tool "oppa"; known: terraform, opa');
  expect(setup("--lst")).toMatchObject({ status: 2, stdout: "" });
});

test("a tool on the PATH is used when its version fits, and linked", () => {
  const opa = program("opa", "Version: 1.22.3");
  const { stdout, stderr, status } = setup("opa");
  expect(status).toBe(0);
  expect(stderr).toBe("[1/1] opa 1.22.0: on the PATH (1.22.3)\n");
  expect(stdout).toBe(`tool  version  where\nopa   1.22.3   ${opa}\n`);
  expect(readlinkSync(path.join(cache, "bin", "opa"))).toBe(opa);
});

test("everything that must be installed by hand is named at once, before any build", () => {
  program("opa", "Version: 1.21.0");
  const { stderr, status } = setup("terraform", "opa", "moto");
  expect(status).toBe(3);
  expect(stderr.trimEnd().split("\n")).toEqual([
    "tools: terraform 1.11 or newer, below 2 is not on the PATH: install it (plans and applies in the tests)",
    "tools: Go 1.26 or newer is not on the PATH: install it to build the tools",
    "tools: Python 3.11 or newer is not on the PATH: install it to run the emulators",
  ]);
});

const BUILDS = "redis-server: Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64";

/** An apt-get that installs what the test says, and keeps what it was asked for. */
function aptGet(installs: boolean) {
  const server = path.join(bin, "redis-server");
  const file = program("apt-get", "");
  const install = `printf '#!/bin/sh\\necho "${BUILDS}"\\n' > "${server}"; /bin/chmod 755 "${server}"`;
  writeFileSync(
    file,
    `#!/bin/sh\necho "$@" >> "${folder}/apt"\n${installs ? install : "exit 100"}\n`,
  );
  chmodSync(file, 0o755);
}

const asRoot = process.getuid?.() === 0;

test("a server that Debian has is installed as root, and named otherwise", () => {
  aptGet(true);
  const { stdout, stderr, status } = setup("valkey");
  if (asRoot) {
    expect(status).toBe(0);
    expect(readFileSync(path.join(folder, "apt"), "utf8")).toBe(
      "install -y --no-install-recommends redis-server\n",
    );
    expect(stdout).toContain(`valkey  7.0.15   ${path.join(bin, "redis-server")}\n`);
  } else {
    expect(status).toBe(3);
    expect(stderr).toContain("install the Debian package redis-server");
  }
});

test("a server that cannot be installed is named with its package", () => {
  aptGet(false);
  const { stderr, status } = setup("valkey");
  expect(status).toBe(3);
  expect(stderr).toBe(
    "tools: valkey 7 or newer, below 10 is not on the PATH: install the Debian package redis-server " +
      "(a cache for the tests of functions/checkout)\n",
  );
});

test("a fork under another name does as well", () => {
  const valkey = program("valkey-server", "Valkey server v=8.1.4 sha=00000000:0 malloc=libc");
  expect(setup("valkey").stdout).toContain(`valkey  8.1.4    ${valkey}\n`);
});

test("a build that fails shows the end of its log, and the next run starts afresh", () => {
  const go = program("go", "go version go1.26.8 linux/amd64");
  writeFileSync(
    go,
    '#!/bin/sh\n[ "$1" = version ] && echo go1.26.8 && exit\necho no route >&2; exit 7\n',
  );
  const { stderr, status } = setup("opa");
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\[1\/1\] opa 1\.22\.0: building \(about 2 min\) …\n/);
  expect(stderr).toMatch(
    /tools: .*go ended with exit code 7; the end of .*\.log:\n {2}\$ .*\n {2}no route\n$/,
  );
  expect(setup("opa").status).toBe(1);
});

test("two runs at once build a tool once", async () => {
  const go = program("go", "");
  writeFileSync(
    go,
    `#!/bin/sh
[ "$1" = version ] && echo go1.26.8 && exit
echo built >> "${folder}/builds"
while [ "$1" != -o ]; do shift; done
/bin/sleep 1
printf '#!/bin/sh\\necho Version: 1.22.0\\n' > "$2"; /bin/chmod 755 "$2"
`,
  );
  const env = { PLINTH_TOOLS_CACHE: cache, PATH: bin, HOME: folder };
  const runs = [1, 2].map(
    () =>
      new Promise((resolve) => {
        spawn(process.execPath, [script, "opa"], { env, stdio: "ignore" }).on("close", resolve);
      }),
  );
  expect(await Promise.all(runs)).toEqual([0, 0]);
  expect(readFileSync(path.join(folder, "builds"), "utf8")).toBe("built\n");
});
