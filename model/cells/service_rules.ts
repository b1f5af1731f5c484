import type { RawResource, ServiceDeclaration } from "../declaration";
import type { AwsEnvironment } from "../environment";
import { show, type Problem } from "../problems";
import { CELL_END, CELL_MARK } from "./raw";

/** What a service asks for that is not built for several cells: said, so that nothing is left out unseen. */
export function serviceFleetProblems(
  declared: AwsEnvironment,
  cells: readonly string[],
): Problem[] {
  if (cells.length < 2) return [];
  return [
    ...logPolicyProblems(declared, cells),
    ...declared.services.flatMap((service) => serviceProblems(service, declared, cells)),
  ];
}

function serviceProblems(
  service: ServiceDeclaration,
  { name, cells: declared }: AwsEnvironment,
  cells: readonly string[],
): Problem[] {
  return [
    ...originProblems(service, name, declared?.router !== undefined),
    ...apiProblems(service, name),
    ...rawInEachCell(service).flatMap((raw, index) =>
      namesIn(raw).map((attribute) => ({
        path: `${service.name}.extend[${index}].attributes.${attribute}`,
        message: `expected a name that holds ${CELL_END} or ${CELL_MARK}, since ${name} has the resource in each of its ${cells.length} cells, got ${show(raw.attributes[attribute])}`,
      })),
    ),
  ];
}

/** Of an account in a region. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const MOST_LOG_POLICIES = 10;

/** Without a pipeline each cell says itself who may write its logs of workflows and of jobs. */
function logPolicyProblems(
  { name, services, pipeline }: AwsEnvironment,
  cells: readonly string[],
): Problem[] {
  const kinds = new Set(services.map(({ workload }) => workload.kind));
  const ofCell = Number(kinds.has("workflow")) + Number(kinds.has("batch"));
  const count = ofCell * cells.length;
  if (pipeline !== undefined || count <= MOST_LOG_POLICIES) return [];
  const message = `expected a pipeline, whose bootstrap stack says once who may write logs of workflows and jobs: without one ${name} has ${count} resource policies of CloudWatch Logs, and an account ${MOST_LOG_POLICIES} in a region`;
  return [{ path: `${name}.pipeline`, message }];
}

/** A delivery's stand in the first cell, as it does. */
const rawInEachCell = ({ workload, extend = [] }: ServiceDeclaration): readonly RawResource[] =>
  workload.kind === "contentDelivery" ? [] : extend;

function originProblems(
  { name, workload }: ServiceDeclaration,
  environment: string,
  isRouted: boolean,
): Problem[] {
  if (workload.kind !== "contentDelivery" || workload.origin === undefined) return [];
  if (!isRouted) return [{ path: `${name}.workload.origin`, message: originMessage(environment) }];
  const code = workload.edge?.viewerRequest;
  const own = workload.origin.paths ?? [];
  const meets = code !== undefined && (own.length === 0 || !code.paths || shares(own, code.paths));
  return meets
    ? [
        {
          path: `${name}.workload.edge.viewerRequest`,
          message: codeMessage(workload.origin.service),
        },
      ]
    : [];
}

/** Each cell has an API of its own, and a distribution leads to one. */
function apiProblems({ name, workload }: ServiceDeclaration, environment: string): Problem[] {
  if (workload.kind !== "requestDriven" || workload.edge === undefined) return [];
  return [{ path: `${name}.workload.edge`, message: apiMessage(environment) }];
}

const shares = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((path) => others.includes(path));

const originMessage = (environment: string): string =>
  `expected none in an environment of several cells without a router (${environment}): the edge would send every user's requests to one of them; declare ${environment}.cells.router`;

const apiMessage = (environment: string): string =>
  `expected none in an environment of several cells (${environment}): the edge would send every user's requests to one of them; leave it out, and each cell's API answers at its own address`;

const codeMessage = (service: string): string =>
  `expected none at the paths that ${service} answers, where the fleet's router runs and CloudFront runs one function for each event; give it paths apart from them`;

/** What AWS has once in an account and region, said as a text that is the same in each cell. */
const NAME = /^(name|bucket|identifier)$|_name$|_identifier$/;

const namesIn = ({ cloud, attributes }: RawResource): string[] =>
  Object.entries(attributes)
    .filter(([attribute]) => cloud === "aws" && NAME.test(attribute))
    .filter(([, said]) => typeof said === "string" && !/\$\{|\{-?cell\}/.test(said))
    .map(([attribute]) => attribute);
