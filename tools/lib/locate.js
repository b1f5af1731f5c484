// Which copy of a tool is used: the first on the PATH that fits, else the one in the cache.

const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { cached } = require("./cache");
const { fits, parseVersion } = require("./versions");

/** All files of that name on the PATH, first come first. */
function onPath(name, env = process.env) {
  const suffixes = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  const folders = (env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return folders
    .flatMap((folder) => suffixes.map((suffix) => path.resolve(folder, name + suffix)))
    .filter(isExecutable);
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The version that a binary prints, or undefined when it cannot be run or prints none. */
function versionOf(binary, ask, env = process.env) {
  try {
    const quiet = { ...env, CHECKPOINT_DISABLE: "1" };
    const options = {
      env: quiet,
      encoding: "utf8",
      timeout: 20_000,
      stdio: ["ignore", "pipe", "pipe"],
    };
    return parseVersion(execFileSync(binary, ask, options));
  } catch {
    return undefined;
  }
}

/** All files of that name in folders of which one part may be `*`, the last in the alphabet first. */
function inFolders(name, folders) {
  const foldersOf = (pattern) => {
    const [before, after] = pattern.split("*");
    if (after === undefined) return [pattern];
    if (!fs.existsSync(before)) return [];
    return fs
      .readdirSync(before)
      .sort()
      .reverse()
      .map((part) => before + part + after);
  };
  return folders
    .flatMap(foldersOf)
    .map((folder) => path.join(folder, name))
    .filter(isExecutable);
}

/** The files that may be the tool, first come first. */
function candidatesOf(tool, env) {
  if (!tool.fits) return [];
  const { name, binary = name, alternatives = [], folders = [] } = tool;
  return [binary, ...alternatives].flatMap((file) => [
    ...onPath(file, env),
    ...inFolders(file, folders),
  ]);
}

/**
 * @returns {{ path: string, version: string, from: "PATH" | "cache" } | undefined}
 */
function locate(tool, env = process.env) {
  for (const candidate of candidatesOf(tool, env)) {
    const version = versionOf(candidate, tool.ask, env);
    if (version && fits(version, tool.fits)) return { path: candidate, version, from: "PATH" };
  }
  const built = cached(tool, env);
  return built && { path: built, version: tool.version, from: "cache" };
}

module.exports = { onPath, versionOf, locate };
