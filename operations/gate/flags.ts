import { InvalidArgumentError, Option } from "commander";
import { INTENTS, type Intent } from "../../policies/gate";
import { UserError } from "../cli/errors";
import { FORMATS, type Format } from "./formats";

/** The flags that say how a verdict is shown. */
export interface OutputFlags {
  readonly format?: Format;
  readonly json?: boolean;
  readonly output?: string;
  readonly policy?: string;
}

/** The flags of `plinth gate`. */
export interface GateFlags extends OutputFlags {
  readonly env?: string;
  readonly stage: "auto" | "synth" | "plan";
  readonly synth: string;
  readonly exemptions?: string;
  readonly cache?: string;
  readonly now?: Date;
  readonly budget?: string;
  readonly intent?: Intent;
  readonly history?: readonly string[];
}

export const formatOption = () =>
  new Option("--format <name>", "how the verdict is shown (default: text)").choices(FORMATS);

export const jsonOption = () => new Option("--json", "the same as --format json");

export const outputOption = () =>
  new Option("--output <file>", "write there, whole or not at all, instead of to standard output");

export const policyOption = (what: string) =>
  new Option(
    "--policy <wasm>",
    `${what}, made by \`plinth policy build\` (default: \`policy\` of environments/index.ts, else the shipped ones)`,
  );

export const nowOption = () =>
  new Option("--now <time>", "judge as of this time, ISO 8601 (default: the clock)").argParser(
    parseTime,
  );

/** @throws UserError when two formats are asked for */
export function formatOf({ format, json }: OutputFlags): Format {
  if (json === true && format !== undefined && format !== "json")
    throw new UserError(`--json and --format ${format}: expected one of them`);
  return json === true ? "json" : (format ?? "text");
}

/** The flags of the release freeze. */
export const freezeOptions = () => [
  new Option(
    "--budget <file>",
    "what `plinth budget` wrote: releases of a spent budget are denied",
  ),
  new Option("--intent <name>", "what the change is for (default: feature)").choices(INTENTS),
  new Option(
    "--history <path>",
    "verdicts under which plans were applied, or a folder of them; repeatable",
  ).argParser((path: string, paths: readonly string[] = []) => [...paths, path]),
];

/**
 * A flag that does nothing would be taken for one that protects.
 *
 * @throws UserError when the freeze is told something, and not which budget
 */
export function checkFreeze({ budget, intent, history }: GateFlags): void {
  const flag = intent !== undefined ? "--intent" : history !== undefined ? "--history" : undefined;
  if (budget === undefined && flag !== undefined)
    throw new UserError(
      `${flag}: means nothing without --budget; give the file that plinth budget wrote`,
    );
}

const ISO_8601 = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

function parseTime(text: string): Date {
  const time = new Date(text);
  if (!ISO_8601.test(text) || Number.isNaN(time.getTime()))
    throw new InvalidArgumentError("Expected a time such as 2026-01-31T12:00:00Z.");
  return time;
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** @returns milliseconds */
export function parseAge(text: string): number {
  const match = /^([1-9]\d{0,5})([smhd])$/.exec(text);
  if (match === null) throw new InvalidArgumentError("Expected a duration such as 24h or 30m.");
  return Number(match[1]) * (UNITS[match[2] ?? ""] ?? 0) * 1000;
}
