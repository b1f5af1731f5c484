import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { writeStack } from "./local_stack";
import { differences, SEEN_OF_SECRETS } from "./needs";
import { ask, SECRETS_STACK, secretsStack, STRIPE_KEY } from "./secrets";
import { story } from "./steps";

const { step } = story("secrets");

/** What nobody may find again. */
const VALUE = "a-value-that-only-a-person-has";

let estate: Estate;

afterAll(async () => estate?.remove());

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  writeStack(estate, SECRETS_STACK, secretsStack());
});

step("apply a secret, its key and its policy", () => apply(estate, SECRETS_STACK));

step("it has no value before a person gives it one", async () => {
  expect(await ask(estate, "GetSecretValue", { SecretId: STRIPE_KEY })).not.toHaveProperty(
    "SecretString",
  );
  await ask(estate, "PutSecretValue", { SecretId: STRIPE_KEY, SecretString: VALUE });
  expect(await ask(estate, "GetSecretValue", { SecretId: STRIPE_KEY })).toMatchObject({
    SecretString: VALUE,
  });
});

step("a second plan is empty, and nothing of Terraform's shows the value", async () => {
  const planned = await estate.run(SECRETS_STACK, "plan", "-detailed-exitcode", ...NO_QUESTIONS);
  exited(planned, 0);
  await estate.must(SECRETS_STACK, "apply", "-auto-approve", ...NO_QUESTIONS);
  const state = await estate.must(SECRETS_STACK, "state", "pull");
  expect(state).toContain(STRIPE_KEY);
  expect(state + planned.stdout).not.toContain(VALUE);
});

step("destroy leaves nothing", async () => {
  await estate.must(SECRETS_STACK, "destroy", "-auto-approve", ...NO_QUESTIONS);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_OF_SECRETS)).toEqual([]);
  return Promise.resolve();
});
