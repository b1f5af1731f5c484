// What must be there before anything can be built, checked for all tools at once.

const { execFileSync } = require("node:child_process");
const { locate, onPath, versionOf } = require("./locate");
const { fits } = require("./versions");

const goRange = ">=1.26 <2";
const pythonRange = ">=3.11 <4";

/** The first program of these names and this range on the PATH. */
function find(names, ask, range) {
  return names
    .flatMap((name) => onPath(name))
    .find((file) => {
      const version = versionOf(file, ask);
      return version !== undefined && fits(version, range);
    });
}

const findGo = () => find(["go"], ["version"], goRange);
const findPython = () => find(["python3", "python"], ["--version"], pythonRange);

function runs(command, args) {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** As root on Debian the package is installed. */
function installed(name) {
  if (process.getuid?.() !== 0 || onPath("apt-get").length === 0) return false;
  const install = () => runs("apt-get", ["install", "-y", "--no-install-recommends", name]);
  return install() || (runs("apt-get", ["update"]) && install());
}

/** Debian leaves venv out of its Python; as root its package is installed, otherwise it is named. */
function venvProblem(python) {
  const works = () => runs(python, ["-c", "import venv, ensurepip"]);
  if (works()) return undefined;
  if (installed("python3-venv") && works()) return undefined;
  return `${python} lacks the module venv: install the Debian package python3-venv`;
}

function goProblem() {
  return findGo()
    ? undefined
    : "Go 1.26 or newer is not on the PATH: install it to build the tools";
}

function pythonProblem() {
  const python = findPython();
  if (python) return venvProblem(python);
  return "Python 3.11 or newer is not on the PATH: install it to run the emulators";
}

function pathProblem(tool) {
  if (tool.debian && installed(tool.debian) && locate(tool)) return undefined;
  const range = tool.fits.replace(">=", "").replace(" <", " or newer, below ");
  const how = tool.debian ? `install the Debian package ${tool.debian}` : "install it";
  return `${tool.name} ${range} is not on the PATH: ${how} (${tool.needs})`;
}

/**
 * Everything that keeps these tools from being installed, a sentence each.
 * @param {import("./catalogue").Tool[]} missing tools that are neither on the PATH nor in the cache
 */
function problems(missing) {
  const kinds = new Set(missing.map((tool) => tool.kind));
  return [
    ...missing.filter((tool) => tool.kind === "path").map(pathProblem),
    kinds.has("go") ? goProblem() : undefined,
    kinds.has("python") ? pythonProblem() : undefined,
  ].filter((problem) => problem !== undefined);
}

module.exports = { findGo, findPython, problems };
