import { CELL, declare, NETWORK, overdueRunbook, QUEUE } from "./batch";
import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { differences, SEEN_OF_JOBS } from "./needs";
import { commandsIn, runCommand } from "./runbooks";
import { story } from "./steps";

const { step } = story("batch");

let estate: Estate;

afterAll(async () => estate?.remove());

const STACKS = [NETWORK, CELL];

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  declare(estate);
});

step("apply a network, and a cell whose jobs run on spare capacity and on demand", async () => {
  for (const stack of STACKS) await apply(estate, stack);
});

step("a second plan is empty", async () => {
  for (const stack of STACKS)
    exited(await estate.run(stack, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

/** Of these the emulators lack what is asked, or there is no job to ask of. */
const UNASKED = /JOB|STREAM|batch submit-job/;

step("the commands of a runbook say what there is", async () => {
  const said = new Map<string, string>();
  for (const command of commandsIn([overdueRunbook()]).filter((one) => !UNASKED.test(one)))
    said.set(command, await runCommand(estate, command, {}));
  const answer = (name: string): string =>
    [...said]
      .filter(([command]) => command.startsWith(name))
      .map(([, output]) => output)
      .join();
  expect(answer("aws batch describe-job-queues")).toContain("ENABLED");
  expect(answer("aws batch describe-compute-environments")).toMatch(
    new RegExp(`${QUEUE}-(spot|on-demand)-[^]*${QUEUE}-(spot|on-demand)-`),
  );
  expect(answer("aws batch describe-job-definitions")).toContain("nightly-training:1.4.2");
  expect(answer("aws scheduler get-schedule")).toContain("cron(0 3 * * ? *)");
});

step("destroy leaves nothing", async () => {
  for (const stack of [...STACKS].reverse())
    await estate.must(stack, "destroy", "-auto-approve", ...NO_QUESTIONS);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_OF_JOBS)).toEqual([]);
  return Promise.resolve();
});
