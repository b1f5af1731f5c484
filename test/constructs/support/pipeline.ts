import { dev } from "../../../environments/dev";
import type { GitHubPipeline } from "../../../model/pipeline";

export const GITHUB: GitHubPipeline = {
  host: "github",
  repository: "example/shop",
  ids: { owner: 1234, repository: 5678 },
};

/** All that cost guards make. */
const COST = { monthly: 200, notify: { emails: ["costs@example.com"], topic: true } };

/** An environment that is planned and applied from GitHub. */
export const PIPED = { ...dev, name: "dev-pipe", pipeline: GITHUB, cost: COST } as const;
