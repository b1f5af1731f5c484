import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { GitHubPipeline } from "../../../model/pipeline";

export const GITHUB: GitHubPipeline = {
  host: "github",
  repository: "example/shop",
  ids: { owner: 1234, repository: 5678 },
};

/** An environment that is planned and applied from GitHub; what the edge's stack needs no role of a pipeline has yet. */
export const PIPED = {
  ...{ ...dev, name: "dev-pipe", pipeline: GITHUB },
  services: [orders, storefront],
} as const;
