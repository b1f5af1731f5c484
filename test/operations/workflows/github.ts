interface Entry {
  number: number;
  id: number;
  body: string;
  state: string;
  user: { login: string };
  comments: string[];
}

/** A run of a workflow, with the artifacts that it left. */
interface Run {
  readonly id: number;
  readonly event: string;
  readonly head_sha: string;
  readonly run_number: number;
  readonly artifacts: readonly {
    readonly id: number;
    readonly name: string;
    readonly expired?: boolean;
  }[];
}

/** As much of GitHub as the scripts use. */
export class FakeGitHub {
  readonly issues: Entry[] = [];
  readonly comments: Entry[] = [];
  readonly runs: Run[] = [];
  /** Labels of the pull request that was merged. */
  labels: readonly string[] = [];
  readonly zips = new Map<number, Uint8Array>();
  readonly rest = {
    issues: {
      listComments: () => this.comments,
      listForRepo: () => this.issues,
      createComment: ({ issue_number, body }: { issue_number: number; body: string }) => {
        this.issues.find((issue) => issue.number === issue_number)?.comments.push(body);
        this.comments.push(entry(body));
      },
      updateComment: ({ comment_id, body }: { comment_id: number; body: string }) => {
        this.comments.find(({ id }) => id === comment_id)!.body = body;
      },
      create: ({ body }: { body: string }) => this.issues.push(entry(body)),
      update: ({
        issue_number,
        ...changes
      }: {
        issue_number: number;
        body?: string;
        state: string;
      }) =>
        Object.assign(
          this.issues.find((issue) => issue.number === issue_number)!,
          changes,
        ),
    },
    repos: {
      listPullRequestsAssociatedWithCommit: () => [pullRequest(this.labels)],
    },
    actions: {
      listWorkflowRuns: ({ event }: { event?: string }) => ({
        data: {
          workflow_runs: this.runs.filter((run) => event === undefined || run.event === event),
        },
      }),
      listWorkflowRunArtifacts: ({ run_id }: { run_id: number }) =>
        this.runs.find(({ id }) => id === run_id)!.artifacts,
      downloadArtifact: ({ artifact_id }: { artifact_id: number }) => ({
        data: this.zips.get(artifact_id),
      }),
    },
  };
  readonly paginate = (list: (options: never) => unknown, options: object) =>
    Promise.resolve(list(options as never));
}

let next = 1;

/** A comment or an issue. */
export const entry = (body: string, login = "github-actions[bot]"): Entry => {
  const number = next++;
  return { number, id: number, body, state: "open", user: { login }, comments: [] };
};

export const pullRequest = (labels: readonly string[]) => ({
  labels: labels.map((name) => ({ name })),
});

const CONTEXT = {
  repo: { owner: "o", repo: "r" },
  issue: { number: 7 },
  serverUrl: "https://example.com",
  runId: 1,
  sha: "abc",
  eventName: "push",
  payload: {},
};

/** Runs it in a folder, as the action does: an async function of `github`, `context`, `require`. */
export async function run(
  text: string,
  github: FakeGitHub,
  folder: string,
  context: object = {},
): Promise<unknown> {
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<unknown>;
  const before = process.cwd();
  process.chdir(folder);
  try {
    const whole = new AsyncFunction("github", "context", "require", text);
    return await whole(github, { ...CONTEXT, ...context }, require);
  } finally {
    process.chdir(before);
  }
}
