import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Located, Module } from "./ast";
import { errorText, errorsIn } from "../opa";
import type { Opa } from "../opa";

/** One file of Rego. */
export interface Source {
  /** Below the folder of policies, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** `aws.sqs.tls` */
  readonly package: string;
}

/** With its syntax tree. */
export interface Parsed extends Source {
  readonly module: Module;
}

/** What is used of another package: `data.lib.text.list`, where it is written. */
export const REFERENCE = /(?<![\w.])data\.([\w.]+)/g;

/** A stretch of a source's text. */
export interface Span {
  readonly start: number;
  readonly text: string;
}

export function readSource(folder: string, path: string): Source {
  const text = readFileSync(join(folder, path), "utf8");
  return { path, text, package: /^package ([\w.]+)/m.exec(text)?.[1] ?? "" };
}

export async function parsed(opa: Opa, folder: string, source: Source): Promise<Parsed> {
  const args = ["parse", "-f", "json", "--json-include", "locations,-comments", source.path];
  const { stdout, stderr, code } = await opa(args, folder);
  if (code !== 0) throw new Error(errorText(errorsIn(stderr)));
  return { ...source, module: JSON.parse(stdout) as Module };
}

/** Where a node stands; undefined for one that stands nowhere, such as the body of a rule without one. */
export function spanOf({ text }: Source, node: Located): Span | undefined {
  if (!node.location) return undefined;
  const { row, col } = node.location;
  const lines = text.split("\n");
  const before = lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const start = before + utf16(lines[row - 1] ?? "", col - 1);
  const found = Buffer.from(node.location.text, "base64").toString("utf8");
  return text.startsWith(found, start) ? { start, text: found } : undefined;
}

/** opa counts columns in code points. */
function utf16(line: string, points: number): number {
  return [...line].slice(0, points).join("").length;
}

/** The line that a place in a text lies in, from 1. */
export function lineOf(text: string, start: number): number {
  return text.slice(0, start).split("\n").length;
}
