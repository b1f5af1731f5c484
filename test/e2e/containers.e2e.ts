import {
  CELL,
  declare,
  expectContained,
  IMAGES,
  NETWORK,
  PACKETS,
  storeRunbooks,
} from "./containers";
import { apply, NO_QUESTIONS } from "./cell";
import { cloud } from "./cloud";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { differences, SEEN_OF_CONTAINERS } from "./needs";
import { commandsIn, runCommand } from "./runbooks";
import { story } from "./steps";

const { step } = story("containers");

let estate: Estate;

afterAll(async () => estate?.remove());

/** What stands on the network. */
const UPON = [CELL, PACKETS];
const ALL = [IMAGES, NETWORK, ...UPON];

const must = (stacks: readonly string[], ...args: string[]) =>
  Promise.all(stacks.map((stack) => estate.must(stack, ...args, ...NO_QUESTIONS)));

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  declare(estate);
});

step("apply the images' repositories and the network", async () => {
  await Promise.all([IMAGES, NETWORK].map((stack) => apply(estate, stack)));
});

step("apply a cell with a balancer, containers, a database and a cache", async () => {
  await Promise.all(UPON.map((stack) => apply(estate, stack)));
});

step("a second plan is empty", async () => {
  const flags = ["-detailed-exitcode", ...NO_QUESTIONS];
  const plans = await Promise.all(ALL.map((stack) => estate.run(stack, "plan", ...flags)));
  for (const plan of plans) exited(plan, 0);
});

step("tasks run behind the balancer, which the host's records lead to", () =>
  expectContained(estate),
);

step("the commands of the stores' runbooks do what they say", async () => {
  const said = new Map<string, string>();
  for (const command of commandsIn(storeRunbooks()))
    said.set(command, await runCommand(estate, command, {}));
  const answer = (name: string) =>
    [...said].filter(([command]) => command.startsWith(name)).map(([, output]) => output);
  expect(answer("aws rds describe-db-clusters").join()).toMatch(/"MaxCapacity": 2/);
  expect(answer("aws rds failover-db-cluster").join()).toContain("dev-box-c01-basket-orders");
  expect(answer("aws rds modify-db-cluster").join()).toMatch(/: 4\b[^]*: 2\b/);
  expect(answer("aws elasticache describe-serverless-caches").join()).toContain('"Maximum": 1');
  expect(answer("aws elasticache modify-serverless-cache").join()).toMatch(
    /"Maximum": 2\b[^]*"Maximum": 1\b/,
  );
});

step("after them a plan is empty again", async () => {
  exited(await estate.run(CELL, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("destroy what stands on the network", async () => {
  await must(UPON, "destroy", "-auto-approve");
});

step("destroy the rest leaves nothing", async () => {
  await must([IMAGES, NETWORK], "destroy", "-auto-approve");
  const aws = cloud(estate.env);
  expect(await aws.bucketNames()).toEqual([]);
  expect(await aws.logGroupNames()).toEqual([]);
  expect(await aws.keyAliases()).toEqual([]);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_OF_CONTAINERS)).toEqual([]);
  return Promise.resolve();
});
