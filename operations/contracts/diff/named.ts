import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { files } from "../../../model/names";
import { UserError, messageOf } from "../../cli/errors";
import type { ContractIndex } from "../index_file";
import { parsed } from "./kinds/document";
import type { Kind } from "./report";

/** A contract of one commit. */
export interface Named {
  /** From the repository's root, with forward slashes. */
  readonly file: string;
  readonly kind: Kind;
  /** Sorted, as are the environments. */
  readonly services: readonly string[];
  readonly environments: readonly string[];
}

/**
 * The contracts of one commit by their file, as its own environments list them.
 *
 * @param root - the commit's files
 * @param rendered - where in it the rendered files of each environment are
 */
export function contractsOf(root: string, rendered: string): Map<string, Named> {
  const found = new Map<string, Named>();
  for (const { folder, index } of indexes(root, rendered)) {
    for (const { service, from, file } of index.contracts) {
      const path = from === "generated" ? `${folder}/${file}` : file;
      const before = found.get(path);
      found.set(path, {
        file: path,
        kind: kindOf(root, path),
        services: joined(before?.services, service),
        environments: joined(before?.environments, index.environment),
      });
    }
  }
  return found;
}

/** Whether a commit lists its contracts, be they none. */
export const listsContracts = (root: string, rendered: string): boolean =>
  indexes(root, rendered).length > 0;

const joined = (before: readonly string[] = [], one: string): string[] =>
  [...new Set([...before, one])].sort();

function indexes(root: string, rendered: string) {
  const all = join(root, rendered);
  if (!existsSync(all)) return [];
  return readdirSync(all)
    .sort()
    .filter((name) => existsSync(join(all, name, files.contracts)))
    .map((name) => {
      const folder = `${rendered}/${name}`;
      return { folder, index: readIndex(root, `${folder}/${files.contracts}`) };
    });
}

function readIndex(root: string, path: string): ContractIndex {
  try {
    const index = JSON.parse(readFileSync(join(root, path), "utf8")) as ContractIndex;
    if (index.schema === "plinth.contracts/v1" && Array.isArray(index.contracts)) return index;
  } catch (error) {
    throw new UserError(`${path}: ${messageOf(error)}`);
  }
  throw new UserError(`${path}: expected plinth.contracts/v1, as npm run golden writes it`);
}

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/\.proto$/, "proto"],
  [/\.(graphql|graphqls|gql)$/, "graphql"],
];

const kindOf = (root: string, file: string): Kind =>
  KINDS.find(([pattern]) => pattern.test(file))?.[1] ??
  (saysAsyncApi(join(root, file)) ? "asyncapi" : "openapi");

/** One that cannot be read says nothing; whoever compares it says why. */
function saysAsyncApi(path: string): boolean {
  try {
    return parsed(readFileSync(path, "utf8"), path)?.asyncapi !== undefined;
  } catch {
    return false;
  }
}
