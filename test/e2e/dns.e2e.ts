import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { NAMES, namesStack } from "./dns";
import { createEstate, type Estate } from "./estate";
import { writeStack } from "./local_stack";
import { differences, SEEN_OF_NAMES } from "./needs";
import { story } from "./steps";

const { step } = story("dns");

let estate: Estate;

afterAll(async () => estate?.remove());

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  writeStack(estate, NAMES, namesStack());
});

step("apply a zone, a certificate of another region, and a name by each policy", () =>
  apply(estate, NAMES),
);

step("a second plan is empty", async () => {
  exited(await estate.run(NAMES, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("destroy leaves nothing", async () => {
  await estate.must(NAMES, "destroy", "-auto-approve", ...NO_QUESTIONS);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_OF_NAMES)).toEqual([]);
  return Promise.resolve();
});
