// Where built tools are kept: <cache>/store/<tool>-<version>-<hash of its pins>-<platform>/, so that clones with other
// pins never meet, and <cache>/bin/ with links for people and scripts.

const crypto = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { toolsDirectory } = require("./catalogue");

/** The user's cache directory of the tools. */
function cacheDirectory(env = process.env) {
  if (env.PLINTH_TOOLS_CACHE) return path.resolve(env.PLINTH_TOOLS_CACHE);
  const base = env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache");
  return path.join(base, "plinth", "tools");
}

/** This machine as Go and Terraform write it, such as linux_amd64. */
function platform() {
  const systems = { win32: "windows" };
  const architectures = { x64: "amd64", ia32: "386" };
  const system = systems[process.platform] ?? process.platform;
  return `${system}_${architectures[process.arch] ?? process.arch}`;
}

const pinFiles = { go: ["go.mod", "go.sum"], python: ["requirements.txt"] };

function pinHash(tool) {
  const hash = crypto.createHash("sha256");
  for (const file of [...pinFiles[tool.kind], ...(tool.source ? [tool.source] : [])]) {
    hash.update(fs.readFileSync(path.join(toolsDirectory, tool.module, file)));
  }
  hash.update(`${tool.package} ${tool.stamp}`);
  return hash.digest("hex").slice(0, 12);
}

/** The folder that holds a built tool; it need not exist. */
function storeDirectory(tool, env = process.env) {
  const key = `${tool.name}-${tool.version}-${pinHash(tool)}-${platform()}`;
  return path.join(cacheDirectory(env), "store", key);
}

function binaryIn(tool, directory) {
  const name = tool.binary ?? tool.name;
  const windows = process.platform === "win32";
  if (tool.kind !== "python") return path.join(directory, windows ? `${name}.exe` : name);
  return path.join(directory, windows ? "Scripts" : "bin", windows ? `${name}.exe` : name);
}

/** Written last, so a folder without it is an interrupted installation. */
const completeMark = ".complete";

/** The path of a tool in the cache, or undefined when it has not been built (or not to its end). */
function cached(tool, env = process.env) {
  if (tool.kind === "path") return undefined;
  const directory = storeDirectory(tool, env);
  if (!fs.existsSync(path.join(directory, completeMark))) return undefined;
  const binary = binaryIn(tool, directory);
  return fs.existsSync(binary) ? binary : undefined;
}

/** Replaces a link in one step, so that nobody sees it missing. */
function link(target, name) {
  fs.mkdirSync(path.dirname(name), { recursive: true });
  const temporary = `${name}.${process.pid}.tmp`;
  fs.rmSync(temporary, { force: true });
  fs.symlinkSync(target, temporary);
  fs.renameSync(temporary, name);
}

module.exports = { cacheDirectory, platform, storeDirectory, binaryIn, completeMark, cached, link };
