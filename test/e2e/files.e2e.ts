import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { fileRunbooks, FILES_STACK, filesStack } from "./files";
import { writeStack } from "./local_stack";
import { differences, SEEN_OF_FILES } from "./needs";
import { commandsIn, runCommand } from "./runbooks";
import { story } from "./steps";

const { step } = story("files");

let estate: Estate;

afterAll(async () => estate?.remove());

/** How many lines of a plan make, change and remove something. */
const planned = async (): Promise<string> => {
  const plan = await estate.must(FILES_STACK, "plan", ...NO_QUESTIONS);
  return /Plan: .*$/m.exec(plan)?.[0] ?? "no changes";
};

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  writeStack(estate, FILES_STACK, filesStack());
});

step(
  "apply a file system with its policy, its access point and a way in for each of two zones",
  () => apply(estate, FILES_STACK),
);

step("a second plan is empty", async () => {
  exited(await estate.run(FILES_STACK, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("a zone that joins makes its own way in, and changes nothing", async () => {
  writeStack(estate, FILES_STACK, filesStack(["a", "b", "c"]));
  expect(await planned()).toBe("Plan: 2 to add, 0 to change, 0 to destroy.");
  await apply(estate, FILES_STACK);
});

step("the commands of its runbook find it, and a way in for each zone", async () => {
  const said: string[] = [];
  for (const command of commandsIn(fileRunbooks()))
    said.push(await runCommand(estate, command, {}));
  const [system = "", ways = ""] = said;
  expect(said).toHaveLength(2);
  expect(system).toMatch(/"fs-\w+",\s+"available"/);
  expect(ways.match(/"available"/g)).toHaveLength(3);
});

step("destroy leaves nothing", async () => {
  await estate.must(FILES_STACK, "destroy", "-auto-approve", ...NO_QUESTIONS);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_OF_FILES)).toEqual([]);
  return Promise.resolve();
});
