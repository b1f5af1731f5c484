import type { ServiceDeclaration, StoreDeclaration } from "../../declaration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { show } from "../../problems";
import { DEFAULT_TIER } from "../../stores/object_defaults";
import { originsProblem } from "../origins";
import type { ContentDeliveryDeclaration } from "./declaration";
import { pathProblems } from "./path_rules";
import { originProblems } from "./origin_rules";

/** What the fields of content delivery mean to one another, to the service and to the cloud; paths start at the service. */
export function contentDeliveryProblems(
  workload: ContentDeliveryDeclaration,
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (environment.cloud === "google") return problemIf("workload.kind", unbuilt(environment.name));
  return [
    ...problemIf(
      "workload.kind",
      abroadProblem(environment, "content delivery", "contentDelivery"),
    ),
    ...problemIf("workload.store", storeProblem(workload, service)),
    ...accessProblems(service),
    ...originProblems(workload, environment),
    ...problemIf("workload.host", homelessProblem(workload, environment)),
    ...problemIf("workload.cache.query", twiceProblem(workload.cache?.query)),
    ...problemIf("workload.cache.never", neverProblem(workload.cache?.never)),
    ...problemIf("workload.cors.origins", originsProblem(workload.cors)),
    ...pathProblems(workload),
    ...edgePathsProblems(workload),
    ...problemIf("objectives", keptProblem(workload, service)),
  ];
}

const unbuilt = (environment: string): string =>
  `expected "eventDriven" on Google Cloud (${environment}), where content delivery is not built yet (docs/clouds.md); list the service in environments on AWS only, got "contentDelivery"`;

/** The partitions of China and of the US government have no us-east-1, where certificate, firewall and logs must be. */
export function abroadProblem(
  { name, region }: AwsEnvironment,
  what: string,
  got: string,
): string | undefined {
  if (!/^(cn|us-gov)-/.test(region)) return undefined;
  return `expected no ${what} in ${region} (${name}), whose partition of AWS has no us-east-1, got ${show(got)}`;
}

function storeProblem(
  { store, origin }: ContentDeliveryDeclaration,
  { stores }: ServiceDeclaration,
): string | undefined {
  if (store === undefined)
    return origin === undefined
      ? `expected an object store of the service, or an \`origin\` that answers, got neither`
      : undefined;
  const declared = stores[store];
  if (declared?.kind !== "object") {
    const own = objectStoresOf(stores).join(", ") || "none is declared";
    return `expected an object store of the service (${own}), got ${show(store)}`;
  }
  if ((declared.tier ?? DEFAULT_TIER) !== "archive") return undefined;
  return `expected a store whose objects can be read at once, got ${show(store)}, whose tier "archive" takes hours; choose "cold"`;
}

/** Content delivery has no code, and so no role that could be granted anything. */
const accessProblems = ({ stores }: ServiceDeclaration): FieldProblem[] =>
  Object.entries(stores).flatMap(([name, store]) => {
    const access = "access" in store ? store.access : undefined;
    return problemIf(
      `stores.${name}.access`,
      access === undefined
        ? undefined
        : `expected none, since content delivery runs no code that could use it and CloudFront reads by the bucket's policy, got ${show(access)}; leave it out`,
    );
  });

const objectStoresOf = (stores: Readonly<Record<string, StoreDeclaration>>): string[] =>
  Object.entries(stores).flatMap(([name, { kind }]) => (kind === "object" ? [name] : []));

export function homelessProblem(
  { host, origin }: Pick<ContentDeliveryDeclaration, "host" | "origin">,
  { name, edge }: AwsEnvironment,
): string | undefined {
  if (host === undefined || origin !== undefined || edge !== undefined) return undefined;
  return `expected \`edge\` of the environment ${name}, which says below which domain and by which certificate, got ${show(host)} alone`;
}

export function twiceProblem(values: readonly string[] = []): string | undefined {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  return twice === undefined ? undefined : `expected each once, got ${show(twice)} twice`;
}

export const edgePathsProblems = ({
  edge = {},
}: Pick<ContentDeliveryDeclaration, "edge">): FieldProblem[] =>
  Object.entries(edge).flatMap(([event, { paths }]) =>
    problemIf(`workload.edge.${event}.paths`, twiceProblem(paths)),
  );

/** Where nothing is kept, no cache answers. */
function keptProblem(
  { store, origin }: ContentDeliveryDeclaration,
  { objectives }: ServiceDeclaration,
): string | undefined {
  const hits = objectives.find(({ sli }) => sli === "cacheHit");
  if (store !== undefined || origin === undefined || hits === undefined) return undefined;
  return `expected no objective "cacheHit" without a store, since nothing of ${origin.service} is kept, got ${show(hits.name)}`;
}

function neverProblem(never: readonly string[] = []): string | undefined {
  const all = never.find((path) => /^\/\**$/.test(path) && path !== "/");
  if (all === undefined) return twiceProblem(never);
  return `expected a part of the paths, since ${show(all)} is every path and leaves nothing to keep, got ${show(never)}; say \`maxAge: "0s"\` where each use is to be asked for`;
}
