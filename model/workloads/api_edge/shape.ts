import { identifier, logRetention, pattern, some } from "../../leaves";
import { shape } from "../../problems";
import {
  apiOriginRequestShape,
  edgeFunctionShape,
  firewallShape,
  headersShape,
  originFunctionShape,
  parameter,
  reachShape,
} from "../delivery/shape";
import { ALWAYS_APART } from "./defaults";

/**
 * CloudFront's quotas of a cache policy: headers and parameters.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-policies
 */
const MOST = { headers: 10 - ALWAYS_APART.length, query: 10 } as const;

const cache = shape({
  vary: some(
    pattern("a header's name", /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/),
    "headers",
    MOST.headers,
  ).optional(),
  query: some(parameter, "parameters", MOST.query).optional(),
});

export const apiEdgeShape = shape({
  host: identifier.optional(),
  cache: cache.optional(),
  headers: headersShape.optional(),
  firewall: firewallShape.optional(),
  viewerRequest: edgeFunctionShape.optional(),
  viewerResponse: edgeFunctionShape.optional(),
  originRequest: apiOriginRequestShape.optional(),
  originResponse: originFunctionShape.optional(),
  reach: reachShape.optional(),
  logRetention: logRetention.optional(),
});
