import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderMarkdown } from "../../../operations/gate/formats/markdown";
import { scratch } from "../cli/plinth";
import { finding, verdictOf } from "../gate/verdicts";
import { entry, FakeGitHub, run } from "./github";
import { script } from "./steps";

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

describe("drift is looked for from", () => {
  const text = script("drift", "Find the last apply that succeeded");
  const applied = (run_number: number, event: string, head_sha: string) => ({
    ...{ id: run_number, run_number, event, head_sha, artifacts: [] },
  });
  const found = (...runs: FakeGitHub["runs"]) => {
    const github = new FakeGitHub();
    github.runs.push(...runs);
    return run(text, github, scratch());
  };

  test("the commit that was applied last, not from what is merged", async () => {
    expect(await found()).toBe("abc");
    expect(await found(applied(1, "push", "def"))).toBe("def");
    expect(await found(applied(2, "push", "def"), applied(1, "workflow_dispatch", "old"))).toBe(
      "def",
    );
    expect(await found(applied(1, "push", "old"), applied(2, "workflow_dispatch", "def"))).toBe(
      "def",
    );
  });

  test("no commit of a fork, whatever it calls its branch and its workflow", async () => {
    expect(await found(applied(3, "pull_request", "theirs"), applied(1, "push", "def"))).toBe(
      "def",
    );
  });
});
