import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DeclarationError, show, type Problem } from "../../model/problems";
import { ROUTER_CODE } from "../../model/cells/router/router";
import {
  edgePlaceOf,
  isAtEdge,
  type ContentDelivery,
  type FrontedApi,
  type Service,
} from "../../model/service";
import type { Environment } from "../../model/settle";
import { systemCode } from "../cli/errors";
import { edgeCodeProblems } from "./check";

/**
 * The texts of all code that runs at the edge, by their files.
 *
 * @throws DeclarationError naming every file that there is not, and whatever of a text CloudFront would refuse
 */
export function readEdgeCode(
  root: string,
  environments: readonly Environment[],
): (file: string) => string {
  const texts = new Map<string, string>();
  const problems = new Map<string, Problem[]>();
  for (const { path, file } of functionsOf(environments)) {
    const text = texts.get(file) ?? tryRead(root, file);
    if (text !== undefined) texts.set(file, text);
    problems.set(
      path,
      problemsOf(file, text).map((message) => ({ path, message })),
    );
  }
  const all = [...problems.values()].flat();
  if (all.length > 0) throw new DeclarationError(all);
  return (file) => {
    const text = texts.get(file);
    if (text === undefined) throw new Error(`${file}: was not read`);
    return text;
  };
}

const functionsOf = (environments: readonly Environment[]) =>
  environments.flatMap(({ name, fleet, services }) => [
    ...(fleet?.router === undefined ? [] : [{ path: `${name}.cells.router`, file: ROUTER_CODE }]),
    ...services.filter(isAtEdge).flatMap(codeOf),
  ]);

const codeOf = (service: Service<ContentDelivery | FrontedApi>) =>
  edgePlaceOf(service).edge.map(({ event, code: file }) => ({
    ...{ path: `${service.name}.workload.edge.${event}.code`, file },
  }));

function tryRead(root: string, file: string): string | undefined {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes(systemCode(error) ?? "")) return undefined;
    throw error;
  }
}

const problemsOf = (file: string, text: string | undefined): string[] =>
  text === undefined
    ? [`expected a file of the repository, got ${show(file)}, which is none`]
    : edgeCodeProblems(text).map((problem) => `${problem} (${file})`);
