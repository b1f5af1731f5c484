import { z } from "zod";
import {
  duration,
  identifier,
  logRetention,
  oneOf,
  pattern,
  serviceName,
  some,
  text,
  whole,
} from "../../leaves";
import { shape } from "../../problems";
import { origin } from "../origins";

/**
 * CloudFront's quotas that no distribution gets past: parameters of a cache policy; behaviours of a distribution, of which
 * the default is one; sites that a policy names; characters of a policy for content.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
const MOST = { query: 10, paths: 74, origins: 100 } as const;

const path = pattern(
  "a path such as /previews/*, where * is any text and ? any one character",
  /^\/[A-Za-z0-9_\-.*$/~"'@:+&?]{0,254}$/,
);

const age = duration("0s", "365d");

export const parameter = pattern("a parameter's name", /^[\w.~-]{1,128}$/);

const cache = shape({
  maxAge: age.optional(),
  staleWhileRevalidate: age.optional(),
  staleIfError: age.optional(),
  errors: duration("0s", "1h").optional(),
  query: some(parameter, "parameters", MOST.query).optional(),
  never: some(path, "paths", MOST.paths).optional(),
});

export const headersShape = shape({
  contentSecurityPolicy: text("a policy of at most 500 characters").optional(),
  hsts: duration("0s", "3650d").optional(),
  framing: oneOf("deny", "sameOrigin").optional(),
  resourcePolicy: oneOf("cross-origin", "same-site", "same-origin").optional(),
});

const cors = shape({
  origins: some(origin, "origins", MOST.origins),
  maxAge: duration("0s", "24h").optional(),
});

/** @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html */
export const firewallShape = shape({
  rate: whole(10, 2_000_000_000).optional(),
  mode: oneOf("block", "count").optional(),
});

export const edgeFunctionShape = shape({
  code: pattern(
    "a file of the repository such as functions/guide/edge/pages.js",
    /^[A-Za-z0-9_][\w.-]*(\/[A-Za-z0-9_][\w.-]*)*\.js$/,
  ),
  paths: some(path, "paths", MOST.paths).optional(),
});

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-lambda-at-edge */
const originFunction = {
  code: pattern(
    "a module of the repository such as functions/guide/edge/languages.ts",
    /^[A-Za-z0-9_][\w.-]*(\/[A-Za-z0-9_][\w.-]*)*\.ts$/,
  ),
  paths: some(path, "paths", MOST.paths).optional(),
  memory: whole(128, 10_240).optional(),
  timeout: duration("1s", "30s").optional(),
  skipDestroy: oneOf(true, false).optional(),
};

export const originFunctionShape = shape(originFunction);

export const apiOriginRequestShape = shape({
  ...originFunction,
  includeBody: oneOf(true, false).optional(),
});

const edge = shape({
  viewerRequest: edgeFunctionShape.optional(),
  viewerResponse: edgeFunctionShape.optional(),
  originRequest: originFunctionShape.optional(),
  originResponse: originFunctionShape.optional(),
});

export const reachShape = oneOf("cheapest", "most", "all");

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginResponseTimeout */
const behind = shape({
  service: serviceName,
  paths: some(path, "paths", MOST.paths).optional(),
  timeout: duration("1s", "60s").optional(),
});

export const contentDeliveryShape = shape({
  kind: z.literal("contentDelivery"),
  store: identifier.optional(),
  origin: behind.optional(),
  host: identifier.optional(),
  cache: cache.optional(),
  headers: headersShape.optional(),
  cors: cors.optional(),
  firewall: firewallShape.optional(),
  edge: edge.optional(),
  reach: reachShape.optional(),
  logRetention: logRetention.optional(),
});
