import type { EdgeEvent } from "./settled";

/** When code runs, as CloudFront says it. */
export const EDGE_EVENTS = {
  viewerRequest: "viewer-request",
  viewerResponse: "viewer-response",
  originRequest: "origin-request",
  originResponse: "origin-response",
} as const satisfies Record<EdgeEvent, string>;
