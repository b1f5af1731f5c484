import {
  SERVICE,
  type behavioursOf,
  type PlacedFunction,
  type PrivateBalancer,
  type PrivateOrigin,
  type RoutedOrigin,
} from "./behaviours";

/** Of a distribution. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-web-distributions */
export const MOST_ORIGINS = 100;

/** A name that is nobody's for ever (RFC 2606). */
const NOBODY = "nobody.example";

type Answering = PrivateOrigin | RoutedOrigin | undefined;

/** The origins of what answers: one, or each cell's and the one of behaviours, at which nobody answers a request that no router led away. */
export function serviceOrigins(service: Answering) {
  if (service === undefined) return [];
  const { timeoutSeconds } = service;
  if (!("cells" in service)) return [balancerOrigin(SERVICE, service, timeoutSeconds)];
  return [
    nobody,
    ...Object.entries(service.cells).map(([cell, balancer]) =>
      balancerOrigin(cell, balancer, timeoutSeconds),
    ),
  ];
}

const balancerOrigin = (
  originId: string,
  { dnsName, vpcOriginId }: PrivateBalancer,
  originReadTimeout: number,
) => ({
  ...{ domainName: dnsName, originId },
  vpcOriginConfig: { vpcOriginId, originReadTimeout },
});

const nobody = {
  ...{ domainName: NOBODY, originId: SERVICE },
  customOriginConfig: {
    ...{ httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only" },
    originSslProtocols: ["TLSv1.2"],
  },
};

/** Code that is placed, and before it the router at the paths that cells answer. */
export const withRouter = (
  functions: readonly PlacedFunction[],
  service: Answering,
): readonly PlacedFunction[] =>
  service === undefined || !("cells" in service)
    ? functions
    : [{ event: "viewerRequest", arn: service.routerArn, paths: service.paths }, ...functions];

/** A path at which two functions are for one event. */
export function twiceAt({
  defaultCacheBehavior,
  orderedCacheBehavior,
}: ReturnType<typeof behavioursOf>): string | undefined {
  const all = [
    { pathPattern: "every other path", ...defaultCacheBehavior },
    ...orderedCacheBehavior,
  ];
  return all.find(({ functionAssociation = [], lambdaFunctionAssociation = [] }) => {
    const placed = [...functionAssociation, ...lambdaFunctionAssociation];
    const events = placed.map(({ eventType }) => eventType);
    return new Set(events).size < events.length;
  })?.pathPattern;
}
