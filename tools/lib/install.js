// Builds a Go tool, or fills a Python virtual environment, in its folder of the cache.

const fs = require("node:fs");
const path = require("node:path");
const { binaryIn, cached, cacheDirectory, completeMark, storeDirectory } = require("./cache");
const { toolsDirectory } = require("./catalogue");
const { versionOf } = require("./locate");
const { withLock } = require("./lock");
const { findGo, findPython } = require("./prerequisites");
const { run, BuildError } = require("./run");

// Without cgo no C compiler is needed and the binaries run on any Linux. A go.work of the user is none of ours.
const goEnvironment = () => ({ ...process.env, CGO_ENABLED: "0", GOWORK: "off" });

const logFile = (tool) =>
  path.join(cacheDirectory(), "logs", `${path.basename(storeDirectory(tool))}.log`);

async function buildGo(tool, directory, log) {
  const binary = binaryIn(tool, directory);
  const temporary = `${binary}.${process.pid}.tmp`;
  const flags = ["-trimpath", "-mod=readonly", "-ldflags", `-s -w ${tool.stamp ?? ""}`.trim()];
  const args = ["build", ...flags, "-o", temporary, tool.package];
  await run({ command: findGo(), args, cwd: moduleDirectory(tool), env: goEnvironment(), log });
  fs.renameSync(temporary, binary);
}

const moduleDirectory = (tool) => path.join(toolsDirectory, tool.module);

/** In its final place: the scripts of a virtual environment hold its absolute path. */
async function fillEnvironment(tool, directory, log) {
  const requirements = path.join(moduleDirectory(tool), "requirements.txt");
  await run({ command: findPython(), args: ["-m", "venv", directory], log });
  const python = path.join(path.dirname(binaryIn(tool, directory)), "python");
  const args = ["-m", "pip", "install", "--disable-pip-version-check", "-r", requirements];
  await run({ command: python, args, log });
}

function checkBuilt(tool, directory) {
  const binary = binaryIn(tool, directory);
  if (!fs.existsSync(binary)) throw new BuildError(`${tool.name}: the build left no ${binary}`);
  const version = tool.ask ? versionOf(binary, tool.ask) : tool.version;
  if (version === tool.version) return binary;
  throw new BuildError(
    `${tool.name}: built ${tool.version}, but ${binary} says ${version ?? "nothing"}`,
  );
}

async function installLocked(tool, directory) {
  const already = cached(tool);
  if (already) return already;
  const log = logFile(tool);
  fs.rmSync(log, { force: true });
  fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(directory, { recursive: true });
  await (tool.kind === "go" ? buildGo : fillEnvironment)(tool, directory, log);
  const binary = checkBuilt(tool, directory);
  fs.writeFileSync(path.join(directory, completeMark), `${tool.version}\n`);
  return binary;
}

/**
 * Installs a tool into the cache, unless it is there by now, and returns the path of its binary.
 * @throws {BuildError} with the end of the build's log
 */
function install(tool, onWait = () => {}) {
  const directory = storeDirectory(tool);
  return withLock(`${directory}.lock`, () => installLocked(tool, directory), onWait);
}

/** Downloads what a Go tool is built from, while another one compiles; a failure shows in the build itself. */
async function prefetch(tool) {
  if (tool?.kind !== "go") return;
  const args = ["list", "-deps", "-mod=readonly", tool.package];
  const log = path.join(cacheDirectory(), "logs", `prefetch-${tool.name}.log`);
  await run({
    command: findGo(),
    args,
    cwd: moduleDirectory(tool),
    env: goEnvironment(),
    log,
  }).catch(() => {});
}

module.exports = { install, prefetch };
