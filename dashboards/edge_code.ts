import { awsRouterNames } from "../model/cells/router/names";
import { awsNames } from "../model/names";
import {
  edgePlaceOf,
  isAtEdge,
  isContentDelivery,
  type ContentDelivery,
  type FrontedApi,
  type Service,
} from "../model/service";
import { EDGE_EVENTS } from "../model/workloads/delivery/events";
import { placeOf, ROUTER } from "./resources";

/** A function of CloudFront Functions. */
export interface EdgeCode {
  /** When it runs, such as `viewer-request`; or that it is the router. */
  readonly event: string;
  readonly name: string;
  readonly logGroup: string;
}

/** A service's own, and the router of a fleet that is behind it. */
export function edgeCodeOf(service: Service): EdgeCode[] {
  if (!isAtEdge(service)) return [];
  const names = awsNames(placeOf(service));
  const { router, logGroup } = awsRouterNames(service.environment);
  return [
    ...edgePlaceOf(service).edge.map(({ event }) => ({
      event: EDGE_EVENTS[event],
      name: names.edgeFunction(EDGE_EVENTS[event]),
      logGroup: names.edgeFunctionLogGroup(EDGE_EVENTS[event]),
    })),
    ...(isRouted(service) ? [{ event: ROUTER, name: router, logGroup }] : []),
  ];
}

/** Functions of Lambda@Edge, which run behind the caches. */
export function behindCacheOf(service: Service): EdgeCode[] {
  if (!isAtEdge(service)) return [];
  const names = awsNames(placeOf(service));
  return edgePlaceOf(service).behindCache.map(({ event }) => ({
    event: EDGE_EVENTS[event],
    name: names.originFunction(EDGE_EVENTS[event]),
    logGroup: names.originFunctionLogGroup(EDGE_EVENTS[event]),
  }));
}

/** Whether the router of a fleet chooses who answers. */
export const isRouted = (service: Service<ContentDelivery | FrontedApi>): boolean =>
  isContentDelivery(service) && (service.workload.origin?.isRouted ?? false);
