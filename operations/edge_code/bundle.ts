import { existsSync } from "node:fs";
import { join } from "node:path";
import { DeclarationError, show, type Problem } from "../../model/problems";
import { edgePlaceOf, isAtEdge, type Service } from "../../model/service";
import { bundleFunction, exportsOf, type FunctionBundle } from "../bundle";

/** Of the zip, behind the caches. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-lambda-at-edge */
const MOST_BYTES = 50 * 1_048_576;

/**
 * The code that runs behind the caches at the edge, bundled, by its modules.
 *
 * @throws DeclarationError naming every module that there is not, does not bundle, exports no `handler` or is too large
 */
export async function bundleOriginFunctions(
  root: string,
  services: readonly Service[],
): Promise<ReadonlyMap<string, FunctionBundle>> {
  const declared = new Map(services.flatMap(functionsOf).map((one) => [one.path, one]));
  const bundles = new Map<string, FunctionBundle>();
  const problems: Problem[] = [];
  for (const { path, file } of declared.values()) {
    const made = await tryBundle(root, file);
    if (typeof made === "string") problems.push({ path, message: made });
    else bundles.set(file, made);
  }
  if (problems.length > 0) throw new DeclarationError(problems);
  return bundles;
}

/** Each once, sorted. */
export const originModulesOf = (services: readonly Service[]): string[] =>
  [...new Set(services.flatMap(functionsOf).map(({ file }) => file))].sort();

const functionsOf = (service: Service) =>
  isAtEdge(service)
    ? edgePlaceOf(service).behindCache.map(({ event, code: file }) => ({
        ...{ path: `${service.name}.workload.edge.${event}.code`, file },
      }))
    : [];

/** What it is, or what is wrong with it. */
async function tryBundle(root: string, file: string): Promise<FunctionBundle | string> {
  if (!existsSync(join(root, file)))
    return `expected a module of the repository, got ${show(file)}, which is none`;
  try {
    const made = await bundleFunction({ entry: file, platform: "aws", root });
    return problemOf(made, await exportsOf({ entry: file, root }), file) ?? made;
  } catch (error) {
    return `expected a module that can be bundled: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function problemOf(
  { zip }: FunctionBundle,
  exports: readonly string[],
  file: string,
): string | undefined {
  if (!exports.includes("handler"))
    return `expected a module that exports \`handler\`, which CloudFront calls, got ${exports.map(show).join(", ") || "no export"} (${file})`;
  return sizeProblem(zip.byteLength, file);
}

export const sizeProblem = (bytes: number, file: string): string | undefined =>
  bytes <= MOST_BYTES
    ? undefined
    : `expected a zip of at most 50 MB, which is what Lambda@Edge takes, got ${(bytes / 1_048_576).toFixed(1)} MB (${file}); import less`;
