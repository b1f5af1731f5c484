import { problemIf, type FieldProblem } from "../../indicators/base";
import { show } from "../../problems";
import type { ContentDeliveryDeclaration } from "./declaration";
import { overlap } from "./path_pattern";

/** Behaviours of a distribution, of which one is for every other path. */
const MOST_BEHAVIOURS = 75;

/** What of a workload at the edge names paths. */
type Pathed = Pick<ContentDeliveryDeclaration, "origin" | "cache" | "edge">;

interface Listed {
  /** Where in the declaration, without `workload.`. */
  readonly at: string;
  readonly paths: readonly string[];
}

/** What the lists of paths of a delivery mean to one another: CloudFront takes the first behaviour that a request matches, and that alone. */
export function pathProblems(workload: Pathed): FieldProblem[] {
  const lists = listsOf(workload);
  return [
    ...problemIf("workload", tooManyProblem(lists)),
    ...lists.flatMap((list, index) =>
      problemIf(`workload.${list.at}`, overlapProblem(list, lists.slice(0, index))),
    ),
  ];
}

/** In the order in which behaviours are made of them. */
const listsOf = ({ origin, cache, edge = {} }: Pathed): Listed[] =>
  [
    { at: "origin.paths", paths: origin?.paths },
    { at: "cache.never", paths: cache?.never },
    ...EVENTS.map((event) => ({ at: `edge.${event}.paths`, paths: edge[event]?.paths })),
  ].map(({ at, paths = [] }) => ({ at, paths }));

const EVENTS = ["viewerRequest", "viewerResponse", "originRequest", "originResponse"] as const;

function tooManyProblem(lists: readonly Listed[]): string | undefined {
  const { size } = new Set(lists.flatMap(({ paths }) => paths));
  if (size < MOST_BEHAVIOURS) return undefined;
  return `expected at most ${MOST_BEHAVIOURS - 1} different paths in all, since a distribution has ${MOST_BEHAVIOURS} behaviours of which one is for every other path, got ${size}`;
}

function overlapProblem({ at, paths }: Listed, before: readonly Listed[]): string | undefined {
  const meeting = before.flatMap((other) =>
    other.paths.flatMap((theirs) =>
      paths
        .filter((path) => !harmless(at, other.at, path === theirs) && overlap(path, theirs))
        .map((path) => ({ path, theirs, of: other.at })),
    ),
  );
  const [first] = meeting;
  if (first === undefined) return undefined;
  const { path, theirs, of } = first;
  const same = isApart(at, of) ? "apart from" : "the same as, or apart from,";
  return `expected paths ${same} those of \`${of}\`, since a request is treated by the first that it matches alone, got ${show(path)} beside ${show(theirs)}`;
}

const harmless = (at: string, of: string, same: boolean): boolean => same && !isApart(at, of);

/**
 * What a container service answers is never kept, so that to say so again would do nothing; and CloudFront runs no code between itself and a VPC origin.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
 */
const isApart = (at: string, of: string): boolean =>
  of === "origin.paths" && (at === "cache.never" || at.startsWith("edge.origin"));
