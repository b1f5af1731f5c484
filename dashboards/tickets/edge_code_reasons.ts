import { awsSignals } from "../../model/signals";
import type { Reason } from "./reasons";

const { edgeCodeErrors, edgeCodeInvalid, edgeCodeThrottles, edgeCodeTime } = awsSignals;
const { behindCacheErrors, behindCacheInvalid, behindCacheThrottles } = awsSignals;

/** Percent of what a function may take; at 100 CloudFront stops it, and machines at the edge are not all alike. */
export const MOST_TIME = 80;

const fails = { over: 0, minutes: 5 } as const;

/** Of a function of CloudFront Functions. */
export const EDGE_CODE_REASONS: readonly Reason[] = [
  {
    ...{ ...fails, name: "errors", signal: edgeCodeErrors, panel: 602 },
    says: "runs have failed, and CloudFront has answered with 503",
  },
  {
    ...{ ...fails, name: "invalid", signal: edgeCodeInvalid, panel: 602 },
    says: "runs have given back what is no request or answer, and CloudFront has answered with 503",
  },
  {
    ...{ ...fails, name: "throttled", signal: edgeCodeThrottles, panel: 602 },
    says: "runs have taken longer than they may, and CloudFront has stopped them",
  },
  {
    ...{ name: "time", signal: edgeCodeTime, over: MOST_TIME, minutes: 15, panel: 603 },
    says: `a run has taken more than ${MOST_TIME}% of the time that it may, which CloudFront stops at 100%`,
  },
];

/** Of functions of Lambda@Edge. */
export const BEHIND_CACHE_REASONS: readonly Reason[] = [
  {
    ...{ ...fails, name: "errors", signal: behindCacheErrors, panel: 604 },
    says: "runs have failed or taken too long, and CloudFront has answered with 502 or 503",
  },
  {
    ...{ ...fails, name: "invalid", signal: behindCacheInvalid, panel: 604 },
    says: "runs have given back what is no request or answer, and CloudFront has answered with 502",
  },
  {
    ...{ ...fails, name: "throttled", signal: behindCacheThrottles, panel: 604 },
    says: "no instance was free in some region, and CloudFront has answered with 503",
  },
];
