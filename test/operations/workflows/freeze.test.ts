import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { prod } from "../../../environments/prod";
import type { Verdict } from "../../../policies/gate";
import { readBudget } from "../../../policies/gate/freeze/budget";
import { load } from "../../policies/fixtures";
import { filesIn, scratch } from "../cli/plinth";
import { put, synthFile } from "../gate/stacks";
import { FakeGitHub, pullRequest, run } from "./github";
import { runStep, script } from "./steps";

/* eslint-disable @typescript-eslint/no-explicit-any */

jest.setTimeout(120_000);

const QUEUE = "aws_sqs_queue.queue";
const STACK = "dev-c01";
const now = () => new Date().toISOString();

/** The fixture's stack as it was applied, and a plan that puts its queue back. */
function putBack(how: object = {}): any {
  const plan = load("plans/aws.json");
  for (const { address, change } of plan.resource_changes) {
    const before = { ...change.after, ...(address === QUEUE && { delay_seconds: 9 }) };
    Object.assign(change, { actions: [address === QUEUE ? "update" : "no-op"], before });
  }
  return { ...plan, ...how };
}

const PLANS = {
  first: load("plans/aws.json"),
  back: putBack(),
  drifted: putBack({
    resource_drift: [{ address: QUEUE, change: { actions: ["update"] } }],
  }),
};

const budget = (state: string) => ({
  ...{ schema: "plinth.budget/v1", asOf: now() },
  services: { orders: { state, slos: [] } },
});

const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
const SIGNED = {
  ...{ service: "orders", intent: "security", owner: "ada", approver: "grace" },
  ...{ reason: "CVE-2026-1234", ticket: "SEC-7", granted: day(-1), expires: day(1) },
};

interface Given {
  readonly plan: keyof typeof PLANS;
  readonly intent?: string;
  readonly exceptions?: readonly object[];
  /** What the job `freeze` found, instead of a spent budget. */
  readonly freeze?: Readonly<Record<string, unknown>>;
}

/** Where each workflow keeps the exemptions of the branch that judges. */
const EXEMPTIONS = { plan: "exemptions/dev/gate", apply: "out/dev/gate" } as const;

/** The folder of a job, right before it judges. */
function job(workflow: keyof typeof EXEMPTIONS, given: Given): string {
  const { plan, intent = "feature", exceptions = [], freeze = {} } = given;
  return put(scratch(), {
    [synthFile(STACK)]: load("gate/aws.tf.json"),
    "temp/plan.json": PLANS[plan],
    [`${EXEMPTIONS[workflow]}/exemptions.json`]: {
      ...{ schema: "plinth.exemptions/v1", exemptions: [], freezeExceptions: exceptions },
    },
    "freeze/intent": intent,
    ...(freeze["none"] === undefined && { "freeze/budget.json": budget("frozen") }),
    ...Object.fromEntries(Object.entries(freeze).map(([name, file]) => [`freeze/${name}`, file])),
  });
}

const env = { STACK, ENVIRONMENT: "dev", RUNNER_TEMP: "temp" };

function judged(workflow: keyof typeof EXEMPTIONS, given: Given) {
  const cwd = job(workflow, given);
  const { code } = runStep([workflow, "Judge the plan"], cwd, env);
  const verdict = JSON.parse(readFileSync(join(cwd, `verdicts/${STACK}.json`), "utf8")) as Verdict;
  const said = verdict.findings.filter(({ id }) => id === "FREEZE");
  return { cwd, code, verdict, freeze: said.map((one) => `${one.level} ${one.verdict}`) };
}

/** The verdict that the stack was applied under, as the job that applies keeps it. */
const earlier = judged("apply", { plan: "first", freeze: { "budget.json": budget("ok") } });
const HISTORY = { [`applied/1/${STACK}.json`]: earlier.verdict };

test("a plan within its budget goes out, bound to the budget that it was judged by", () => {
  expect([earlier.code, earlier.freeze]).toEqual([0, []]);
  const check = () => runStep(["apply", "Check that it is the judged plan"], earlier.cwd, env);
  expect(check().code).toBe(0);
  put(earlier.cwd, { "freeze/budget.json": budget("frozen") });
  expect(check()).toMatchObject({
    code: 2,
    stdout: expect.stringContaining("of another budget file"),
  });
});

describe.each(["plan", "apply"] as const)("%s.yml, while the budget is spent", (workflow) => {
  const out = (given: Given) => {
    const { code, freeze } = judged(workflow, given);
    return [code, ...freeze];
  };

  test("a feature waits, and so does what only says that it is a cure", () => {
    expect(out({ plan: "back" })).toEqual([2, "hard deny"]);
    for (const intent of ["rollback", "security"])
      expect(out({ plan: "back", intent })).toEqual([2, "hard deny"]);
    expect(out({ plan: "back", intent: "drift-revert", freeze: HISTORY })).toEqual([
      2,
      "hard deny",
    ]);
  });

  test("its cures go out: rollback, drift revert, signed fix", () => {
    const list = [0, "advisory undetermined"];
    expect(out({ plan: "back", intent: "rollback", freeze: HISTORY })).toEqual(list);
    expect(out({ plan: "drifted", intent: "drift-revert", freeze: HISTORY })).toEqual(list);
    const signed = { plan: "back", intent: "security", exceptions: [SIGNED] } as const;
    expect(out(signed)).toEqual([0, "hard exempt"]);
  });

  test("it is off where the environment says `none`, and nowhere else", () => {
    expect(out({ plan: "back", freeze: { none: "" } })).toEqual([0]);
    const cwd = job(workflow, { plan: "back" });
    rmSync(join(cwd, "freeze/budget.json"));
    const { code, stderr } = runStep([workflow, "Judge the plan"], cwd, env);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining("freeze/budget.json: no such file"),
    ]);
  });
});

test("a pull request does not sign for itself: only the base branch's signatures count", () => {
  const cwd = job("plan", { plan: "back", intent: "security" });
  const own = { schema: "plinth.exemptions/v1", exemptions: [], freezeExceptions: [SIGNED] };
  put(cwd, { "out/dev/gate/exemptions.json": own, "head/out/dev/gate/exemptions.json": own });
  expect(runStep(["plan", "Judge the plan"], cwd, env).code).toBe(2);
});

/** A Prometheus that knows of nothing, in a process of its own: a step is waited for. */
const EMPTY_PROMETHEUS = `
const answer = { status: "success", data: { resultType: "vector", result: [] } };
const server = require("node:http").createServer((_, response) => response.end(JSON.stringify(answer)));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;

describe("the error budgets", () => {
  let prometheus: ChildProcess;
  let url: string;
  beforeAll(async () => {
    prometheus = spawn(process.execPath, ["-e", EMPTY_PROMETHEUS]);
    const [port] = (await once(prometheus.stdout!, "data")) as [Buffer];
    url = `http://127.0.0.1:${port.toString().trim()}`;
  });
  afterAll(() => prometheus.kill());

  const read = (address: string, missing = "") => {
    const cwd = scratch();
    const { code, stdout } = runStep(["freeze", "Read the error budgets"], cwd, {
      ...{ ENVIRONMENT: "prod", PROMETHEUS_URL: address, BUDGET_MISSING: missing },
      PLINTH_PROMETHEUS_TOKEN: "",
    });
    expect(code).toBe(0);
    return { stdout, folder: join(cwd, "freeze"), files: filesIn(join(cwd, "freeze")) };
  };
  const states = (folder: string) => {
    const { services } = readBudget(readFileSync(join(folder, "budget.json")));
    return Object.fromEntries([...services].map(([name, { state }]) => [name, state]));
  };

  test("are asked for; of what has no data the environment says what it counts as", () => {
    const each = (state: string) =>
      Object.fromEntries(prod.services.map(({ name }) => [name, state]));
    for (const missing of ["caution", "frozen", "ok"])
      expect(states(read(url, missing).folder)).toEqual(each(missing));
    expect(states(read(url).folder)).toEqual(each("caution"));
  });

  test.each([["http://127.0.0.1:1"], [""], ["nowhere"]])(
    "that cannot be read (%j) are known of no service, never ok",
    (address) => {
      const { stdout, files, folder } = read(address);
      expect([files, states(folder)]).toEqual([["budget.json"], {}]);
      expect(stdout).toContain("no error budget of prod could be read: each counts as unknown");
    },
  );

  test("are not asked for where the environment says so, and that is said", () => {
    const { stdout, files } = read("none");
    expect(files).toEqual(["none"]);
    expect(stdout).toContain("::warning title=Release freeze::off in prod");
  });
});

describe("what a change is for", () => {
  const text = script("freeze", "Find what the change is for");
  const found = async (context: object, ...labels: string[]) => {
    const folder = put(scratch(), { "freeze/intent": "" });
    const github = new FakeGitHub();
    github.labels = labels;
    await run(text, github, folder, context);
    return readFileSync(join(folder, "freeze/intent"), "utf8");
  };
  const opened = (...labels: string[]) => ({
    ...{ eventName: "pull_request", payload: { pull_request: pullRequest(labels) } },
  });

  test("says a label of the pull request, before it is merged and after", async () => {
    expect(await found(opened("bug"))).toBe("feature");
    expect(await found(opened("bug", "intent:rollback"))).toBe("rollback");
    expect(await found({})).toBe("feature");
    expect(await found({}, "intent:p0", "bug")).toBe("p0");
    expect(await found({}, "intent:nonsense; rm -rf")).toBe("feature");
  });

  test("says whoever starts it by hand", async () => {
    const context = {
      eventName: "workflow_dispatch",
      payload: { inputs: { intent: "drift-revert" } },
    };
    expect(await found(context, "intent:p0")).toBe("drift-revert");
  });

  test("is one thing", async () => {
    await expect(found(opened("intent:p0", "intent:rollback"))).rejects.toThrow(
      "a change is for one thing: leave one of the labels intent:rollback, intent:p0",
    );
  });
});

describe("the verdicts that were applied", () => {
  const text = script("freeze", "Get the verdicts that were applied");
  const applied = (id: number, event: string, name: string, expired = false) => ({
    ...{ id, event, head_sha: "abc", run_number: id },
    artifacts: [{ id, name, expired }],
  });
  const got = async (intent: string) => {
    const folder = put(scratch(), { "freeze/intent": intent, "freeze/applied/.keep": "" });
    const github = new FakeGitHub();
    github.runs.push(
      applied(1, "push", "applied-dev-c01-1"),
      applied(2, "workflow_dispatch", "applied-dev-c01-2"),
      applied(3, "pull_request", "applied-dev-c01-1"),
      applied(4, "push", "applied-prod-c01-1"),
      applied(5, "push", "verdict-dev-c01"),
      applied(6, "push", "applied-dev-c01-1", true),
    );
    for (const { id } of github.runs)
      github.zips.set(id, zipSync({ [`${STACK}.json`]: Buffer.from(JSON.stringify({ id })) }));
    process.env["ENVIRONMENT"] = "dev";
    await run(text, github, folder);
    return filesIn(join(folder, "freeze/applied")).filter((name) => name !== ".keep");
  };

  test("are those of this repository's applies, where the intent has to be shown", async () => {
    for (const intent of ["rollback", "drift-revert"])
      expect(await got(intent)).toEqual(["1.json", "2.json"]);
    for (const intent of ["feature", "security", "p0"]) expect(await got(intent)).toEqual([]);
  });
});
