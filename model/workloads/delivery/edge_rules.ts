import { liesIn } from "../../dns/dns";
import type { AwsEnvironment, EdgeDeclaration, EnvironmentDeclaration } from "../../environment";
import { EDGE_REGION } from "../../names";
import { show, type Problem } from "../../problems";
import type { WorkloadDeclaration } from "../../declaration";
import type { ApiEdgeDeclaration } from "../api_edge/declaration";
import type { RequestDrivenDeclaration } from "../request_declaration";
import type { ContentDeliveryDeclaration } from "./declaration";
import { originHost } from "./origins";

/** What services of content delivery share: a domain, a certificate and the account's quotas of CloudFront. */
export function edgeProblems(environment: EnvironmentDeclaration): Problem[] {
  if (environment.cloud !== "aws") return [];
  const { name } = environment;
  const at = (path: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path, message }];
  return [
    ...at(`${name}.edge.certificate`, certificateProblem(environment)),
    ...at(`${name}.services`, quotaProblem(environment)),
    ...deliveries(environment).flatMap((delivery, index, all) =>
      at(
        `${delivery.service}.workload.${delivery.at}`,
        takenProblem(all, index, delivery) ?? longProblem(environment, delivery),
      ),
    ),
  ];
}

function certificateProblem(environment: AwsEnvironment): string | undefined {
  const { edge, account } = environment;
  if (edge === undefined) return undefined;
  if (edge.certificate === undefined) return unprovedProblem(edge, environment);
  if (edge.certificate.includes(`:acm:${EDGE_REGION}:${account}:`)) return undefined;
  return `expected a certificate of the account ${account} in ${EDGE_REGION}, the only ones that CloudFront takes, got ${show(edge.certificate)}`;
}

/** ACM makes a certificate for whoever can make a record in the zone. */
function unprovedProblem({ domain }: EdgeDeclaration, { dns }: AwsEnvironment): string | undefined {
  if (dns === undefined) {
    return `expected the ARN of a certificate for *.${domain}, or \`dns\` of the environment, in whose zone certificates are proved, got nothing`;
  }
  if (liesIn(domain, dns.zone)) return undefined;
  return `expected the ARN of a certificate for *.${domain}, which does not lie in the zone of \`dns\` (${dns.zone}), got nothing`;
}

/** The name that a certificate of ACM is for first: the common name of X.509 has this bound. */
const LONGEST_FIRST_NAME = 64;

function longProblem({ edge }: AwsEnvironment, { address }: Delivery): string | undefined {
  if (edge === undefined || edge.certificate !== undefined) return undefined;
  if (address.length <= LONGEST_FIRST_NAME) return undefined;
  return `expected an address of at most ${LONGEST_FIRST_NAME} characters, for which ACM makes a certificate, got ${address}, which has ${address.length}; shorten it, or give \`edge.certificate\` one for *.${edge.domain}`;
}

/** Each delivery of a store has a policy of caching of its own, and AWS raises the quota for nobody. */
const MOST_DELIVERIES = 20;

/** Of response headers: one of a delivery of a store, and another where it says paths that are never kept. */
const MOST_HEADERS_POLICIES = 20;

function quotaProblem({ services }: AwsEnvironment): string | undefined {
  const keeping = services.flatMap(({ workload }) =>
    workload.kind === "contentDelivery" && workload.store !== undefined ? [workload] : [],
  );
  const apis = services.filter(({ workload }) => isFronted(workload));
  const length = keeping.length + apis.length;
  if (length > MOST_DELIVERIES)
    return `expected at most ${MOST_DELIVERIES} services of content delivery and APIs at the edge, since CloudFront gives an account ${MOST_DELIVERIES} cache policies and each has its own, got ${length}; move some to an environment with an account of its own`;
  const policies = length + keeping.filter(({ cache }) => cache?.never !== undefined).length;
  if (policies <= MOST_HEADERS_POLICIES) return undefined;
  return `expected at most ${MOST_HEADERS_POLICIES} policies of response headers, which is what CloudFront gives an account, got ${policies}: one of each service of content delivery and of each API at the edge, and one more of each with \`cache.never\`; move some to an environment with an account of its own`;
}

const isFronted = (workload: WorkloadDeclaration): workload is FrontedDeclaration =>
  workload.kind === "requestDriven" && workload.edge !== undefined;

type FrontedDeclaration = RequestDrivenDeclaration & { readonly edge: ApiEdgeDeclaration };

interface Delivery {
  readonly service: string;
  /** Where in its workload the address is said. */
  readonly at: "host" | "edge.host" | "origin.service";
  /** What is said there. */
  readonly said: string;
  /** The whole name. */
  readonly address: string;
}

/** All that has an address at the edge. */
export const deliveries = (environment: AwsEnvironment): Delivery[] =>
  environment.services.flatMap(({ name, workload }) => {
    if (isFronted(workload)) return [belowDomain(name, "edge.host", workload.edge, environment)];
    return workload.kind === "contentDelivery" ? deliveryOf(name, workload, environment) : [];
  });

const belowDomain = (
  service: string,
  at: Delivery["at"],
  { host: said = service }: { readonly host?: string },
  { edge }: AwsEnvironment,
): Delivery => ({ service, at, said, address: `${said}.${edge?.domain ?? ""}` });

/** None where the origin is none, which is said elsewhere. */
function deliveryOf(
  service: string,
  { host, origin }: ContentDeliveryDeclaration,
  environment: AwsEnvironment,
): Delivery[] {
  if (origin === undefined)
    return [belowDomain(service, "host", host === undefined ? {} : { host }, environment)];
  const address = originHost(origin, environment);
  return address === undefined
    ? []
    : [{ service, at: "origin.service", said: origin.service, address }];
}

function takenProblem(
  all: readonly Delivery[],
  index: number,
  { said, address }: Delivery,
): string | undefined {
  const first = all.find((one) => one.address === address);
  if (first === undefined || first === all[index]) return undefined;
  return `expected an address of its own, got ${show(said)}, where ${first.service} answers`;
}
