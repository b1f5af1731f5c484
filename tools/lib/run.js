// Runs a program with its output in a log file.

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const linesShown = 15;

/** A build that did not work; the message carries the end of its log. */
class BuildError extends Error {}

/**
 * @param {{ command: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv, log: string }} options
 * @throws {BuildError} when it cannot be started or exits with anything but 0
 */
async function run({ command, args, cwd, env, log }) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  fs.appendFileSync(log, `$ ${command} ${args.join(" ")}\n`);
  const output = fs.openSync(log, "a");
  try {
    const outcome = await finished(
      spawn(command, args, { cwd, env, stdio: ["ignore", output, output] }),
    );
    if (outcome === "exit code 0") return;
    throw new BuildError(`${command} ended with ${outcome}; the end of ${log}:\n${lastLines(log)}`);
  } finally {
    fs.closeSync(output);
  }
}

function finished(child) {
  return new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

function lastLines(file) {
  const lines = fs.readFileSync(file, "utf8").trimEnd().split("\n");
  return lines
    .slice(-linesShown)
    .map((line) => `  ${line}`)
    .join("\n");
}

module.exports = { run, BuildError };
