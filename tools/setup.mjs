#!/usr/bin/env node
// Installs the contributors' tools: `npm run tools`, or `node tools/setup.mjs opa tofu`.

import path from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { parseArgs } from "node:util";
import setup from "./lib/index.js";

const exitCodes = { ok: 0, buildFailed: 1, usage: 2, missingPrerequisite: 3 };

const help = `Usage: node tools/setup.mjs [TOOL…] [--list] [--help]

Takes each tool from the PATH where its version fits, else from the cache, else builds it into the cache
(PLINTH_TOOLS_CACHE, else XDG_CACHE_HOME/plinth/tools, else ~/.cache/plinth/tools; links in its folder bin/).
Without TOOL: all that the tests need; about 40 minutes the first time on 2 cores.

  --list   show the tools, their versions and where they are, and install nothing
  --help   show this text

Exit codes: 0 all there, 1 a build failed, 2 wrong usage, 3 something must be installed by hand first
`;

const say = (line) => process.stderr.write(`${line}\n`);

/** All but those built on demand; the Google provider only where no registry or mirror gives the pinned one. */
function neededByTests(tool) {
  if (tool.onDemand) return false;
  return tool.name !== "google-provider" || setup.googleProvider().from === "build";
}

function chosen(names) {
  if (names.length === 0) return setup.tools.filter(neededByTests);
  return [...new Set(names)].map(setup.toolNamed);
}

/** 75 as "1 min 15 s". */
function duration(seconds) {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function about(seconds) {
  return seconds < 90 ? `about ${seconds} s` : `about ${Math.round(seconds / 60)} min`;
}

/** Calls back each minute with the time elapsed, until stopped. */
function everyMinute(report) {
  const start = process.hrtime.bigint();
  const elapsed = () => Number(process.hrtime.bigint() - start) / 1e9;
  const timer = setInterval(() => report(elapsed()), 60_000);
  return () => {
    clearInterval(timer);
    return elapsed();
  };
}

async function build(tool, label) {
  const verb = tool.kind === "go" ? "building" : "installing";
  say(`${label}: ${verb} (${about(tool.seconds)}) …`);
  const stop = everyMinute((seconds) => say(`${label}: still ${verb}, ${duration(seconds)}`));
  try {
    const onWait = ({ pid }) => say(`${label}: waiting for process ${pid}, which builds it too …`);
    const binary = await setup.install(tool, onWait);
    say(`${label}: done in ${duration(stop())}`);
    return { path: binary, version: tool.version, from: "cache" };
  } finally {
    stop();
  }
}

async function provide(selected) {
  const missing = selected.filter((tool) => !setup.locate(tool));
  const rows = [];
  for (const [index, tool] of selected.entries()) {
    const label = `[${index + 1}/${selected.length}] ${tool.name} ${tool.version}`;
    const located = setup.locate(tool);
    if (located)
      say(
        `${label}: ${located.from === "PATH" ? `on the PATH (${located.version})` : "in the cache"}`,
      );
    else void setup.prefetch(missing[missing.indexOf(tool) + 1]);
    rows.push({ tool, ...(located ?? (await build(tool, label))) });
    setup.link(
      rows.at(-1).path,
      path.join(setup.cacheDirectory(), "bin", path.basename(rows.at(-1).path)),
    );
  }
  setup.linkBuiltProvider();
  return rows;
}

function table(rows) {
  const cells = [
    ["tool", "version", "where"],
    ...rows.map((row) => [row.tool.name, row.version, row.path]),
  ];
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column].length)));
  const line = ([name, version, where]) =>
    `${name.padEnd(widths[0])}  ${version.padEnd(widths[1])}  ${where}`;
  return `${cells.map(line).join("\n")}\n`;
}

function list() {
  return table(
    setup.tools.map((tool) => {
      const located = setup.locate(tool);
      const absent = { version: tool.version, path: `not installed (${tool.needs})` };
      return { tool, ...(located ?? absent) };
    }),
  );
}

async function installAll(names) {
  const selected = chosen(names);
  const problems = setup.problems(selected.filter((tool) => !setup.locate(tool)));
  if (problems.length > 0) {
    problems.forEach((problem) => say(`tools: ${problem}`));
    return exitCodes.missingPrerequisite;
  }
  process.stdout.write(table(await provide(selected)));
  return exitCodes.ok;
}

function readArguments() {
  const options = { list: { type: "boolean" }, help: { type: "boolean" } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  positionals.forEach(setup.toolNamed);
  return { ...values, names: positionals };
}

async function main() {
  let parsed;
  try {
    parsed = readArguments();
  } catch (error) {
    say(`tools: ${error.message}\n\n${help}`);
    return exitCodes.usage;
  }
  if (parsed.help || parsed.list) {
    process.stdout.write(parsed.help ? help : list());
    return exitCodes.ok;
  }
  try {
    return await installAll(parsed.names);
  } catch (error) {
    say(`tools: ${error.message}`);
    return exitCodes.buildFailed;
  }
}

process.exitCode = await main();
