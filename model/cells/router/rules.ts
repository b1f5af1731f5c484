import type { AwsEnvironment } from "../../environment";
import { show } from "../../problems";
import type { RouterDeclaration, RouterKeyDeclaration } from "./declaration";
import { LONGEST_CELL_NAME } from "./entries";
import { settleRouter } from "./router";

/** A problem of a router, and where below it. */
export interface RouterProblem {
  readonly at: string;
  readonly message: string;
}

/** A distribution has 100 origins, of which one is where nobody answers and one may be a store. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-web-distributions */
export const MOST_ROUTED_CELLS = 98;

/** Headers that CloudFront reads itself or hides from code, and those that say something else. */
const TAKEN = new Set(["cookie", "host", "connection", "content-length", "transfer-encoding"]);

/** What a router's fields mean to one another, to the environment and to its cells, whose names are given. */
export function routerProblems(
  environment: AwsEnvironment,
  cells: readonly string[],
): RouterProblem[] {
  const declared = environment.cells?.router;
  if (declared === undefined) return [];
  const { key, home } = declared;
  return [
    ...problemAt("", idleProblem(environment)),
    ...problemAt("key", keyProblem(key)),
    ...problemAt("home", homeProblem(home, cells)),
    ...problemAt("vpcOrigins", quotaProblem(declared, cells)),
    ...problemAt("", sizeProblem(cells)),
  ];
}

const problemAt = (at: string, message: string | undefined): RouterProblem[] =>
  message === undefined ? [] : [{ at, message }];

function idleProblem({ name, services }: AwsEnvironment): string | undefined {
  const leads = services.some(
    ({ workload }) => workload.kind === "contentDelivery" && workload.origin !== undefined,
  );
  if (leads) return undefined;
  return `expected a delivery with an \`origin\` among ${name}'s services, in whose distribution the router runs, got none; declare one, or leave the router out`;
}

function keyProblem({ cookie, header }: RouterKeyDeclaration): string | undefined {
  if ((cookie === undefined) === (header === undefined))
    return `expected either a cookie or a header that holds the key, got ${cookie === undefined ? "neither" : "both"}`;
  if (header === undefined || !TAKEN.has(header)) return undefined;
  return `expected a header that code in CloudFront sees as it was sent, got ${show(header)}`;
}

function homeProblem(home: string | undefined, cells: readonly string[]): string | undefined {
  if (home === undefined || cells.includes(home)) return undefined;
  return `expected a cell of the fleet, got ${show(home)}`;
}

function quotaProblem(declared: RouterDeclaration, cells: readonly string[]): string | undefined {
  const { vpcOrigins } = settleRouter(declared);
  if (cells.length <= vpcOrigins || sizeProblem(cells) !== undefined) return undefined;
  return `expected at most ${vpcOrigins} cells, since each is reached by a VPC origin and CloudFront gives an account ${vpcOrigins}, got ${cells.length}; have the quota raised and say so here, or give some cells to an environment with an account of its own`;
}

/** An origin that code makes up (updateRequestOrigin) is none in a private network, so each cell is an origin of the distribution. */
function sizeProblem(cells: readonly string[]): string | undefined {
  if (cells.length > MOST_ROUTED_CELLS)
    return `expected at most ${MOST_ROUTED_CELLS} cells, since CloudFront gives a distribution 100 origins and each cell is one, got ${cells.length}; give some cells to an environment with a distribution of its own`;
  const long = cells.find((cell) => cell.length > LONGEST_CELL_NAME);
  if (long === undefined) return undefined;
  return `expected cells of which 256 fit a value of the router's store (c01 to c99), got ${show(long)}`;
}
