import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { renderMarkdown } from "../../../operations/gate/formats/markdown";
import { finding, verdictOf } from "../gate/verdicts";

/** The script of a step, as GitHub's action runs it. */
function script(workflow: string, step: string): string {
  const file = join(__dirname, "../../../.github/workflows", `${workflow}.yml`);
  const { jobs } = parse(readFileSync(file, "utf8")) as {
    jobs: Record<string, { steps: { name?: string; with?: { script?: string } }[] }>;
  };
  const found = Object.values(jobs)
    .flatMap((job) => job.steps)
    .find(({ name }) => name === step);
  return found?.with?.script ?? "";
}

interface Entry {
  number: number;
  id: number;
  body: string;
  state: string;
  user: { login: string };
  comments: string[];
}

/** As much of GitHub as the scripts use. */
class FakeGitHub {
  readonly issues: Entry[] = [];
  readonly comments: Entry[] = [];
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
    actions: {
      listWorkflowRuns: () => ({ data: { workflow_runs: this.runs } }),
    },
  };
  runs: { head_sha: string }[] = [];
  readonly paginate = (list: () => unknown) => Promise.resolve(list());
}

let next = 1;
const entry = (body: string, login = "github-actions[bot]"): Entry => {
  const number = next++;
  return { number, id: number, body, state: "open", user: { login }, comments: [] };
};

const context = {
  repo: { owner: "o", repo: "r" },
  issue: { number: 7 },
  serverUrl: "https://example.com",
  runId: 1,
  sha: "abc",
};

/** Runs it in a folder, as the action does: an async function of `github`, `context`, `require`. */
async function run(text: string, github: FakeGitHub, folder: string): Promise<unknown> {
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<unknown>;
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await new AsyncFunction("github", "context", "require", text)(github, context, require);
  } finally {
    process.chdir(before);
  }
}

const scratch = () => mkdtempSync(join(tmpdir(), "plinth-script-"));

describe("the comment of a pull request", () => {
  const text = script("plan", "Comment");
  const folder = scratch();

  test("is written once and then kept up to date", async () => {
    const github = new FakeGitHub();
    writeFileSync(join(folder, "comment.md"), renderMarkdown(verdictOf([finding()])));
    await run(text, github, folder);
    writeFileSync(join(folder, "comment.md"), renderMarkdown(verdictOf([])));
    await run(text, github, folder);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain("✅ passed");
    expect(github.comments[0]?.body).toContain("https://example.com/o/r/actions/runs/1");
  });

  test("of somebody else with the same marker is left alone", async () => {
    const github = new FakeGitHub();
    github.comments.push(entry("<!-- plinth:gate mine -->", "somebody"));
    await run(text, github, folder);
    expect(github.comments.map(({ body }) => body.startsWith("<!-- plinth:gate mine"))).toEqual([
      true,
      false,
    ]);
  });

  test("says so when no verdict was written", async () => {
    const github = new FakeGitHub();
    await run(text, github, scratch());
    expect(github.comments[0]?.body).toMatch(
      /^<!-- plinth:gate .*-->\n### Plinth gate: could not judge\n/,
    );
  });
});

describe("the issue of a stack that drifted", () => {
  const text = script("drift", "Open, update and close one issue a stack");
  const item = (address: string) => ({
    ...{ severity: "high", class: "silent", address, paths: [["policy"]] },
  });
  const report = (status: string, ...addresses: string[]) => ({
    ...{ status, finishedAt: "2026-01-31T00:00:00Z", items: addresses.map(item) },
    summary: { declared: 0, silent: addresses.length, gone: 0 },
  });
  const night = async (github: FakeGitHub, result: object) => {
    const folder = scratch();
    mkdirSync(join(folder, "drift"));
    writeFileSync(join(folder, "drift/dev-c01.json"), JSON.stringify(result));
    await run(text, github, folder);
  };

  test("is opened once, commented when the drift changes, closed when it is gone, reopened when it is back", async () => {
    const github = new FakeGitHub();
    await night(github, report("drifted", "aws_sqs_queue.a"));
    await night(github, report("drifted", "aws_sqs_queue.a"));
    expect(github.issues).toHaveLength(1);
    expect(github.issues[0]?.comments).toHaveLength(0);
    expect(github.issues[0]?.body).toContain("| high | silent | `aws_sqs_queue.a` | `policy` |");
    await night(github, report("drifted", "aws_sqs_queue.a", "aws_sqs_queue.b"));
    expect(github.issues[0]?.comments).toHaveLength(1);
    await night(github, report("clean"));
    expect(github.issues[0]?.state).toBe("closed");
    await night(github, report("drifted", "aws_sqs_queue.b"));
    expect(github.issues).toHaveLength(1);
    expect(github.issues[0]?.state).toBe("open");
  });

  test("is left as it is when a stack could not be looked at", async () => {
    const github = new FakeGitHub();
    await night(github, report("drifted", "aws_sqs_queue.a"));
    const before = { ...github.issues[0] };
    await night(github, report("incomplete"));
    expect(github.issues[0]).toEqual(before);
  });

  test("shows a hostile address as text, and stays short", async () => {
    const github = new FakeGitHub();
    await night(
      github,
      report("drifted", ...Array.from({ length: 500 }, (_, i) => `a["\`|<x>\n${i}"]`)),
    );
    expect(github.issues[0]?.body).not.toMatch(/<x>/);
    expect(github.issues[0]?.body).toContain("and 450 more: see the run");
    expect(github.issues[0]?.body.length).toBeLessThan(60_000);
  });
});

test("drift is looked for from the commit that was applied last, not from what is merged", async () => {
  const github = new FakeGitHub();
  const text = script("drift", "Find the last apply that succeeded");
  expect(await run(text, github, scratch())).toBe("abc");
  github.runs = [{ head_sha: "def" }];
  expect(await run(text, github, scratch())).toBe("def");
});
