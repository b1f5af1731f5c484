import type { AwsEnvironment } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { show } from "../../problems";
import { pathProblems } from "../delivery/path_rules";
import { abroadProblem, edgePathsProblems, homelessProblem, twiceProblem } from "../delivery/rules";
import type { ApiEdgeDeclaration } from "./declaration";
import { ALWAYS_APART } from "./defaults";

/** What is said of an API at the edge means to its other fields and to the environment; paths start at the service. */
export function apiEdgeProblems(
  edge: ApiEdgeDeclaration | undefined,
  environment: AwsEnvironment,
): FieldProblem[] {
  if (edge === undefined) return [];
  const { viewerRequest, viewerResponse, originRequest, originResponse, cache } = edge;
  const code = {
    ...(viewerRequest && { viewerRequest }),
    ...(viewerResponse && { viewerResponse }),
    ...(originRequest && { originRequest }),
    ...(originResponse && { originResponse }),
  };
  return [
    ...problemIf("workload.edge", abroadProblem(environment, "API at the edge", "edge")),
    ...problemIf("workload.edge.host", homelessProblem(edge, environment)),
    ...problemIf("workload.edge.cache.vary", varyProblem(cache?.vary)),
    ...problemIf("workload.edge.cache.query", twiceProblem(cache?.query)),
    ...pathProblems({ edge: code }),
    ...edgePathsProblems({ edge: code }),
  ];
}

/**
 * What CloudFront changes on its way or has no use of: a key with one of these is refused, or keeps nothing ever.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-headers-behavior
 */
const NEVER = ["accept-encoding", "connection", "cookie", "expect", "host", "upgrade", "via"];

function varyProblem(vary: readonly string[] = []): string | undefined {
  const names = vary.map((header) => header.toLowerCase());
  const apart = names.find((name) => ALWAYS_APART.some((always) => always === name));
  if (apart !== undefined)
    return `expected headers beside ${ALWAYS_APART.join(" and ")}, which always tell answers apart, got ${show(apart)}; leave it out`;
  const never = names.find((name) => NEVER.includes(name));
  if (never !== undefined)
    return `expected headers that CloudFront passes on as they came, got ${show(never)}, which is its own; leave it out`;
  return twiceProblem(names);
}
