import { seconds } from "../../duration";
import type {
  ApiOriginRequestDeclaration,
  EdgeCodeDeclaration,
  OriginFunctionDeclaration,
} from "./edge_declaration";
import type { EdgeFunction, OriginEvent, OriginFunction } from "./settled";

/** What is declared of code at an API's edge; a delivery's is a part of it. */
interface Declared extends EdgeCodeDeclaration {
  readonly originRequest?: ApiOriginRequestDeclaration;
}

/** Code at the edge, in the order in which it runs. */
export const settleEdge = (declared: Declared = {}) => ({
  edge: settleViewer(declared),
  behindCache: (["originRequest", "originResponse"] as const).flatMap((event) => {
    const one = declared[event];
    return one === undefined ? [] : [settleOrigin(event, one)];
  }),
});

const settleViewer = (declared: EdgeCodeDeclaration): EdgeFunction[] =>
  (["viewerRequest", "viewerResponse"] as const).flatMap((event) => {
    const one = declared[event];
    return one === undefined ? [] : [{ event, code: one.code, paths: one.paths ?? [] }];
  });

const settleOrigin = (
  event: OriginEvent,
  declared: OriginFunctionDeclaration & Pick<ApiOriginRequestDeclaration, "includeBody">,
): OriginFunction => ({
  ...{ event, code: declared.code, paths: declared.paths ?? [] },
  memoryMiB: declared.memory ?? 256,
  timeoutSeconds: seconds(declared.timeout ?? "5s"),
  includeBody: declared.includeBody ?? false,
  skipDestroy: declared.skipDestroy ?? false,
});
