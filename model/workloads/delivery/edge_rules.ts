import { liesIn } from "../../dns/dns";
import type { AwsEnvironment, EdgeDeclaration, EnvironmentDeclaration } from "../../environment";
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
      at(
        `${service}.workload.host`,
        takenProblem(all, index, host) ?? longProblem(environment, host),
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

function longProblem({ edge }: AwsEnvironment, host: string): string | undefined {
  if (edge === undefined || edge.certificate !== undefined) return undefined;
  const address = `${host}.${edge.domain}`;
  if (address.length <= LONGEST_FIRST_NAME) return undefined;
  return `expected an address of at most ${LONGEST_FIRST_NAME} characters, for which ACM makes a certificate, got ${address}, which has ${address.length}; shorten it, or give \`edge.certificate\` one for *.${edge.domain}`;
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
