import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { environments } from "../../../environments";

const root = join(__dirname, "../../..");
const folder = join(root, ".github/workflows");

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
}

interface Job {
  permissions?: Record<string, string>;
  /** A workflow that is called instead. */
  uses?: string;
  with?: Record<string, string>;
  needs?: string | string[];
  environment?: string;
  concurrency?: { group: string; "cancel-in-progress": boolean };
  if?: string;
  "timeout-minutes"?: number;
  strategy?: { matrix: Matrix };
  steps?: Step[];
}

interface Matrix {
  include?: { stack: string; environment: string; cloud: string }[];
  environment?: string[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const names = ["apply", "drift", "freeze", "plan"];
const textOf = (name: string) => readFileSync(join(folder, `${name}.yml`), "utf8");
const workflow = (name: string) => parse(textOf(name)) as Workflow;
const jobs = (name: string) => Object.entries(workflow(name).jobs);
const steps = (name: string) => jobs(name).flatMap(([, job]) => job.steps ?? []);

const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

test("the three habits are there, and the freeze that two of them ask", () => {
  expect(readdirSync(folder).sort()).toEqual(
    expect.arrayContaining(names.map((name) => `${name}.yml`)),
  );
});

const synthesized = readdirSync(join(root, "test/golden/stacks"));

/** As they are synthesized; a stack that is missing here would never be planned. */
const expected = synthesized.map((stack) => {
  const { name, cloud } = environments
    .filter((environment) => stack.startsWith(`${environment.name}-`))
    .reduce((one, other) => (one.name.length > other.name.length ? one : other));
  return { stack, environment: name, cloud };
});

const byStack = (a: { stack: string }, b: { stack: string }) => (a.stack < b.stack ? -1 : 1);

describe.each(names)("%s.yml", (name) => {
  test("every environment, and every stack of it, is in each matrix, and no other", () => {
    const matrices = jobs(name).flatMap(([, { strategy }]) => (strategy ? [strategy.matrix] : []));
    expect(matrices.length).toBeGreaterThan(0);
    for (const { include, environment = [] } of matrices) {
      if (include) expect([...include].sort(byStack)).toEqual([...expected].sort(byStack));
      else expect([...environment].sort()).toEqual(environments.map((one) => one.name).sort());
    }
  });

  test("nothing is permitted that a job does not ask for, and no job asks for more than its work needs", () => {
    expect(workflow(name).permissions).toEqual({ contents: "read" });
    const asked = Object.fromEntries(jobs(name).map(([id, job]) => [id, job.permissions]));
    expect(asked).toEqual(PERMISSIONS[name]);
  });

  test("a pull request's code never gets the base's secrets", () => {
    expect(Object.keys(workflow(name).on)).not.toContain("pull_request_target");
    expect(Object.keys(workflow(name).on)).not.toContain("workflow_run");
  });

  test("every action is pinned to a commit and names its version", () => {
    const uses = textOf(name).match(/uses: .*/g) ?? [];
    const all = [...steps(name), ...jobs(name).map(([, job]) => job)];
    expect(uses).toHaveLength(all.filter((one) => one.uses !== undefined).length);
    for (const line of uses.filter((one) => one !== `uses: ${FREEZE}`))
      expect(line).toMatch(/^uses: [a-z-]+\/[a-z-/]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("no checkout keeps its token", () => {
    const checkouts = steps(name).filter((step) => step.uses?.startsWith("actions/checkout@"));
    for (const step of checkouts) expect(step.with?.["persist-credentials"]).toBe(false);
  });

  test("no script is put together from what others wrote", () => {
    for (const step of steps(name)) {
      expect(step.run ?? "").not.toContain("${{");
      expect(String(step.with?.script ?? "")).not.toContain("${{");
    }
  });

  test("every job ends some time", () => {
    for (const [, job] of jobs(name))
      if (job.uses === undefined) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });

  test("what is run exists: npm scripts, cdktf and plinth commands with their flags", () => {
    for (const { run = "" } of steps(name)) {
      for (const [, script] of run.matchAll(/npm run ([\w:-]+)/g))
        expect(Object.keys(packageJson.scripts)).toContain(script);
      for (const [, command] of run.matchAll(/npx cdktf (\w+)/g))
        expect(["synth", "plan", "apply"]).toContain(command);
      for (const call of plinthCalls(run)) expectKnown(call);
    }
  });

  test("neither a planfile nor its JSON leaves the machine", () => {
    const paths = steps(name)
      .filter((step) => step.uses?.startsWith("actions/upload-artifact@"))
      .map((step) => String(step.with?.path));
    for (const path of paths) expect(KEPT).toContain(path);
    for (const { run = "" } of steps(name)) {
      for (const [file] of run.matchAll(/\S*plan\.(bin|json)\S*/g))
        expect(file).toContain("$RUNNER_TEMP/");
    }
  });
});

const FREEZE = "./.github/workflows/freeze.yml";

/** What may leave the machine. */
const KEPT = ["verdicts/", "drift/", "head/cdktf.out/", "exemptions/", "freeze/"];

const READ = { contents: "read" };
const ASK = { ...READ, actions: "read", "pull-requests": "read" };
const CLOUD = { ...READ, "id-token": "write" };
const PERMISSIONS: Record<string, Record<string, Record<string, string> | undefined>> = {
  plan: {
    synth: undefined,
    contracts: undefined,
    freeze: ASK,
    plan: CLOUD,
    comment: { ...READ, "pull-requests": "write", "security-events": "write" },
  },
  apply: { freeze: ASK, judge: CLOUD, apply: CLOUD },
  freeze: { freeze: ASK },
  drift: { applied: { actions: "read" }, drift: CLOUD, issues: { issues: "write" } },
};

/** Each call of the command: its words up to the end of the shell's command. */
function plinthCalls(run: string): string[][] {
  const joined = run.replace(/\\\n/g, " ");
  return [
    ...joined.matchAll(/(?:npx plinth|dist\/operations\/plinth\.js)((?:(?!\|\||>>|\n).)*)/g),
  ].map(([, words]) => (words ?? "").trim().split(/\s+/));
}

const FLAGS: Record<string, readonly string[]> = {
  "gate verify": ["--verdict", "--max-age", "--exemptions", "--budget"],
  "gate render": ["--format", "--output"],
  gate: [
    ...["--stage", "--synth", "--env", "--exemptions", "--format", "--output"],
    ...["--budget", "--intent", "--history"],
  ],
  "annotate deploy": ["--grafana", "--stack", "--outcome", "--commit", "--link"],
  "annotate freeze": ["--grafana", "--env", "--budget"],
  "contracts diff": ["--base", "--oasdiff", "--buf"],
  budget: ["--prometheus", "--env", "--missing", "--output"],
  drift: ["--json", "--output"],
};

function expectKnown(words: readonly string[]): void {
  const [first = "", second = ""] = words;
  const command = [`${first} ${second}`, first].find((name) => FLAGS[name] !== undefined);
  expect(command).toBeDefined();
  for (const flag of words.filter((word) => word.startsWith("--")))
    expect(FLAGS[command ?? ""]).toContain(flag);
}

test("the flags that workflows use are those of the command", () => {
  const help = [
    "gate/command.ts",
    "gate/flags.ts",
    "drift/command.ts",
    "budget/command.ts",
    "annotate/command.ts",
    "contracts/command.ts",
  ]
    .map((file) => readFileSync(join(root, "operations", file), "utf8"))
    .join("\n");
  for (const flag of Object.values(FLAGS).flat()) expect(help).toContain(`"${flag}`);
});

test("a fork gets neither a cloud role, nor a token that writes, nor one of Prometheus", () => {
  for (const [id, job] of jobs("plan")) {
    const writes = Object.values(job.permissions ?? {}).includes("write");
    if (writes || job.uses === FREEZE)
      expect([id, job.if]).toEqual([
        id,
        expect.stringContaining("head.repo.full_name == github.repository"),
      ]);
  }
});

test("code of a pull request never runs with a cloud role, a token that writes, or one of Prometheus", () => {
  const bare = ["synth", "contracts"];
  for (const [, { steps: list = [], ...job }] of jobs("plan").filter(
    ([id]) => !bare.includes(id),
  )) {
    const checkouts = list.filter((step) => step.uses?.startsWith("actions/checkout@"));
    const calls = job.uses === FREEZE ? [job] : [];
    for (const one of [...checkouts, ...calls])
      expect(one.with?.["ref"]).toBe("${{ github.event.pull_request.base.sha }}");
  }
  expect(steps("freeze")[0]?.with?.["ref"]).toBe("${{ inputs.ref }}");
  for (const [, job] of jobs("plan").filter(([id]) => bare.includes(id))) {
    expect(job).not.toHaveProperty("environment");
    expect(JSON.stringify(job)).not.toContain("secrets.");
  }
});

test("contracts of a pull request are data: what compares them is the base's", () => {
  const { steps: list = [] } = workflow("plan").jobs["contracts"] ?? {};
  const ran = list.flatMap(({ run }) => run ?? []).join("\n");
  expect(ran.match(/\S*plinth\.js/g)).toEqual(["../base/dist/operations/plinth.js"]);
  const npm = list.filter(({ run }) => run?.includes("npm "));
  expect(npm).toEqual([expect.objectContaining({ "working-directory": "base" })]);
});

test("only the freeze holds the token of Prometheus, and no job goes on without it", () => {
  const holders = names.filter((name) => textOf(name).includes("secrets.PROMETHEUS_TOKEN"));
  expect(holders).toEqual(["freeze"]);
  expect(workflow("plan").jobs["plan"]?.needs).toEqual(["synth", "freeze"]);
  expect(workflow("apply").jobs["judge"]?.needs).toBe("freeze");
  expect(workflow("apply").jobs["freeze"]?.if).toBe("github.ref == 'refs/heads/main'");
});

test("only the steps that mark boards hold Grafana's token, the last one even where the apply failed", () => {
  const holders = names.flatMap((name) =>
    steps(name).flatMap(({ name: step, env = {} }) =>
      Object.values(env).includes("${{ secrets.GRAFANA_TOKEN }}") ? [[name, step]] : [],
    ),
  );
  expect(holders).toEqual([
    ["apply", "Mark it on the boards"],
    ["freeze", "Mark a change of it on the boards"],
  ]);
  const uses = names.flatMap((name) => textOf(name).match(/secrets\.GRAFANA_TOKEN/g) ?? []);
  expect(uses).toHaveLength(holders.length);
  expect(steps("apply").at(-1)?.if).toBe("${{ always() && steps.apply.outcome != 'skipped' }}");
});

test("a plan is made by the read-only environment, an apply by the guarded one", () => {
  const environmentOf = (name: string, job: string) => workflow(name).jobs[job]?.environment;
  expect(environmentOf("plan", "plan")).toBe("${{ matrix.environment }}-plan");
  expect(environmentOf("apply", "judge")).toBe("${{ matrix.environment }}-plan");
  expect(environmentOf("drift", "drift")).toBe("${{ matrix.environment }}-plan");
  expect(environmentOf("apply", "apply")).toBe("${{ matrix.environment }}");
});

test("an apply runs alone on its stack, is never cut off, and applies what it verified", () => {
  const apply = workflow("apply").jobs.apply!;
  expect(apply.concurrency).toEqual({
    group: "tf-${{ matrix.stack }}",
    "cancel-in-progress": false,
  });
  const commands = (apply.steps ?? []).map((step) => step.run ?? "");
  const at = (text: string) => commands.findIndex((run) => run.includes(text));
  expect(at(" plan -input=false")).toBeLessThan(at("npx plinth gate verify"));
  expect(at("npx plinth gate verify")).toBeLessThan(at(" apply -input=false"));
  expect(commands[at(" apply -input=false")]).toContain('"$RUNNER_TEMP/plan.bin"');
});

test("a verdict counts as applied once its plan is: no step between, none that keeps it before", () => {
  const list = workflow("apply").jobs["apply"]?.steps ?? [];
  expect(list.slice(-3).map(({ name }) => name)).toEqual([
    ...["Apply", "Keep the verdict as applied", "Mark it on the boards"],
  ]);
  const kept = names.filter((name) => textOf(name).includes("name: applied-"));
  expect(kept).toEqual(["apply"]);
  expect(textOf("apply").match(/name: applied-/g)).toHaveLength(1);
});

test("every environment is judged at synth by its own exemptions", () => {
  const run = steps("plan").find((step) => step.name === "Judge what was synthesized")?.run ?? "";
  expect(/for environment in (.*); do/.exec(run)?.[1]?.split(" ").sort()).toEqual(
    environments.map(({ name }) => name).sort(),
  );
});

test("drift is looked for off the hour", () => {
  const { cron } = (workflow("drift").on.schedule as { cron: string }[])[0]!;
  expect(Number(cron.split(" ")[0]) % 15).not.toBe(0);
});
