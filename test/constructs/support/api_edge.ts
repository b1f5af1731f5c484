import { dev } from "../../../environments/dev";
import { storefront } from "../../../environments/services/storefront";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import type { ApiEdgeDeclaration } from "../../../model/workloads/api_edge/declaration";
import type { RequestDrivenDeclaration } from "../../../model/workloads/request_declaration";
import { changed } from "../../model/fixtures";

/** `storefront` that callers ask itself. */
export const OPEN_API = changed<ServiceDeclaration>(storefront, "workload.edge", undefined);

/** `storefront` behind the edge, as declared. */
export const apiAtEdge = (edge: ApiEdgeDeclaration = {}): ServiceDeclaration => ({
  ...OPEN_API,
  workload: { ...(OPEN_API.workload as RequestDrivenDeclaration), edge },
});

/** An environment whose API has all that one can have at the edge. */
export const FRONTED_API = {
  ...dev,
  name: "dev-api",
  services: [
    apiAtEdge({
      host: "shop",
      cache: { vary: ["Accept-Language"], query: ["page", "fields"] },
      headers: { framing: "sameOrigin" },
      firewall: { rate: 500, mode: "block" },
      viewerRequest: { code: "functions/edge/pages.js", paths: ["/v2/*"] },
      viewerResponse: { code: "functions/edge/hashed.js" },
      originRequest: {
        ...{ code: "functions/edge/missing.ts", paths: ["/v2/*"] },
        ...{ memory: 512, timeout: "10s", includeBody: true, skipDestroy: true },
      },
      ...{ reach: "most", logRetention: "30d" },
    }),
  ],
} as const satisfies AwsEnvironment;
