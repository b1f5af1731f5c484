import type { AwsEnvironment, EnvironmentDeclaration } from "../../environment";
import { EDGE_REGION } from "../../names";
import { show, type Problem } from "../../problems";
import type { ContentDeliveryDeclaration } from "./declaration";

/** What services of content delivery share: a domain, a certificate and the account's quotas of CloudFront. */
export function edgeProblems(environment: EnvironmentDeclaration): Problem[] {
  if (environment.cloud !== "aws") return [];
  const { name } = environment;
  const at = (path: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path, message }];
  return [
    ...at(`${name}.edge.certificate`, certificateProblem(environment)),
    ...at(`${name}.services`, quotaProblem(environment)),
    ...deliveries(environment).flatMap(({ service, host }, index, all) =>
      at(`${service}.workload.host`, takenProblem(all, index, host)),
    ),
  ];
}

function certificateProblem({ edge, account }: AwsEnvironment): string | undefined {
  if (edge === undefined || edge.certificate.includes(`:acm:${EDGE_REGION}:${account}:`))
    return undefined;
  return `expected a certificate of the account ${account} in ${EDGE_REGION}, the only ones that CloudFront takes, got ${show(edge.certificate)}`;
}

/** Each delivery has a policy of caching of its own, and AWS raises the quota for nobody. */
const MOST_DELIVERIES = 20;

function quotaProblem(environment: AwsEnvironment): string | undefined {
  const { length } = deliveries(environment);
  if (length <= MOST_DELIVERIES) return undefined;
  return `expected at most ${MOST_DELIVERIES} services of content delivery, since CloudFront gives an account ${MOST_DELIVERIES} cache policies and each has its own, got ${length}; move some to an environment with an account of its own`;
}

interface Delivery {
  readonly service: string;
  readonly host: string;
}

const deliveries = ({ services }: AwsEnvironment): Delivery[] =>
  services.flatMap(({ name, workload }) =>
    workload.kind === "contentDelivery" ? [{ service: name, host: hostOf(name, workload) }] : [],
  );

const hostOf = (service: string, { host }: ContentDeliveryDeclaration): string => host ?? service;

function takenProblem(all: readonly Delivery[], index: number, host: string): string | undefined {
  const first = all.find((one) => one.host === host);
  if (first === undefined || first === all[index]) return undefined;
  return `expected an address of its own, got ${show(host)}, where ${first.service} answers`;
}
