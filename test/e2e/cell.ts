import { dev } from "../../environments/dev";
import type { Report } from "../../operations/drift/report";
import { toolPath } from "../../tools/find";
import { exited, succeed, type Ended } from "./commands";
import type { Estate } from "./estate";

/** The stack under test, and the names of what it deploys. */
export const CELL = "dev-c01";
export const QUEUE = "dev-c01-orders-events";
export const DEAD_LETTERS = "dev-c01-orders-events-dlq";
export const ROLE = "dev-c01-orders-processor";
export const TABLE = "dev-c01-orders-state";
export const LOGS = "/aws/lambda/dev-c01-orders-processor";
export const NO_QUESTIONS = ["-input=false", "-no-color"];

/** What the cell's containers, database and cache stand in. */
export const NETWORK = "dev-network";

/** The zone of hosts is there before anything of Plinth is, as `dev` says by its id. */
export async function makeZone(estate: Estate): Promise<void> {
  const { zone, id } = dev.dns ?? {};
  if (zone === undefined || id === undefined) throw new Error("dev says no zone by its id");
  const args = ["--name", zone, "--caller-reference", id];
  await succeed(toolPath("awscli"), ["route53", "create-hosted-zone", ...args], {
    ...{ cwd: estate.folder, env: { ...estate.env, AWS_PAGER: "" } },
  });
}

export async function apply(estate: Estate, stack: string): Promise<void> {
  await estate.must(stack, "init", ...NO_QUESTIONS);
  await estate.must(stack, "apply", "-auto-approve", ...NO_QUESTIONS);
}

export async function applyNetwork(estate: Estate): Promise<void> {
  await makeZone(estate);
  await apply(estate, NETWORK);
}

export async function destroyNetwork(estate: Estate): Promise<void> {
  await estate.must(NETWORK, "destroy", "-auto-approve", ...NO_QUESTIONS);
}

export const applyCell = (estate: Estate): Promise<void> => apply(estate, CELL);

/** The exit code of the tool itself: 2 would say that it wants to change something. */
export async function expectEmptyPlan(estate: Estate): Promise<void> {
  const flags = ["-detailed-exitcode", "-lock=false", ...NO_QUESTIONS];
  exited(await estate.run(CELL, "plan", ...flags), 0);
}

export interface Found extends Ended {
  readonly report: Report;
  /** Items that are neither echo nor noise: class, address, paths. */
  readonly items: readonly string[];
}

/** `plinth drift` of these stacks; none: of the whole environment. */
export async function findDrift(estate: Estate, ...stacks: string[]): Promise<Found> {
  const ended = await estate.plinth(["drift", ...stacks, "--env", "dev", "--json"]);
  if (ended.stdout === "") throw new Error(ended.stderr);
  const report = JSON.parse(ended.stdout) as Report;
  const items = report.items
    .filter(({ class: name }) => name !== "echo" && name !== "noise")
    .map(({ class: name, address, paths }) =>
      `${name} ${address} ${paths.map((path) => path.join(".")).join()}`.trim(),
    );
  return { ...ended, report, items };
}

export const ADMIN = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};
