import { judge } from "../../policies/gate";
import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { differences, SEEN_OF_SECRETS } from "./needs";
import { ask, COOKIE_KEY, SECRETS_STACK, SESSION_KEY, STRIPE_KEY, writeSecrets } from "./secrets";
import { story } from "./steps";
import { until } from "./until";

const { step } = story("secrets");

/** What nobody may find again. */
const VALUE = "a-value-that-only-a-person-has";

let estate: Estate;

/** What was made up, in the order of its versions. */
const made: string[] = [];

async function expectMade(): Promise<void> {
  const { SecretString: value } = await ask(estate, "GetSecretValue", { SecretId: SESSION_KEY });
  expect(value).toMatch(/^[A-Za-z0-9]{24}$/);
  expect(made).not.toContain(value);
  made.push(String(value));
}

afterAll(async () => estate?.remove());

const cookieKey = async (VersionStage: string) =>
  (await ask(estate, "GetSecretValue", { SecretId: COOKIE_KEY, VersionStage }))["SecretString"];

/** A value that was not there before, which code put there. */
async function expectRotated(): Promise<void> {
  const value = await until(60, async () => {
    const known = await cookieKey("AWSCURRENT");
    return typeof known === "string" && !made.includes(known) ? known : undefined;
  });
  expect(value).toHaveLength(32);
  made.push(value);
}

/** How much of a plan the gate denies. */
async function denied(plan: string): Promise<number> {
  const files = [{ name: "plan.json", bytes: Buffer.from(plan) }];
  const { counts } = await judge(files, { now: new Date(0), stage: "plan" });
  return counts.deny;
}

/** No value stands in the state, nor in what was written beside it. */
async function expectUnwritten(written: string): Promise<void> {
  const state = await estate.must(SECRETS_STACK, "state", "pull");
  expect(state).toContain(STRIPE_KEY);
  for (const value of [VALUE, ...made]) expect(state + written).not.toContain(value);
}

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  await writeSecrets(estate);
});

step("apply secrets, their key and their policies", () => apply(estate, SECRETS_STACK));

step("one has a random value of the declared length and characters", expectMade);

step("one has its first value from the code that rotates it", expectRotated);

step("a rotation puts another one there, and keeps the one before", async () => {
  const before = await cookieKey("AWSCURRENT");
  const ClientRequestToken = "0f".repeat(16);
  await ask(estate, "RotateSecret", { SecretId: COOKIE_KEY, ClientRequestToken });
  await expectRotated();
  expect(await cookieKey("AWSPREVIOUS")).toBe(before);
});

step("the last has no value before a person gives it one", async () => {
  expect(await ask(estate, "GetSecretValue", { SecretId: STRIPE_KEY })).not.toHaveProperty(
    "SecretString",
  );
  await ask(estate, "PutSecretValue", { SecretId: STRIPE_KEY, SecretString: VALUE });
  expect(await ask(estate, "GetSecretValue", { SecretId: STRIPE_KEY })).toMatchObject({
    SecretString: VALUE,
  });
});

step("a second plan is empty, and nothing of Terraform's shows a value", async () => {
  const planned = await estate.run(SECRETS_STACK, "plan", "-detailed-exitcode", ...NO_QUESTIONS);
  exited(planned, 0);
  await estate.must(SECRETS_STACK, "apply", "-auto-approve", ...NO_QUESTIONS);
  await expectUnwritten(planned.stdout);
});

step("a raised version has another value made, and still nothing shows one", async () => {
  await writeSecrets(estate, 2);
  const flags = ["-out=plan.bin", ...NO_QUESTIONS];
  const planned = await estate.must(SECRETS_STACK, "plan", ...flags);
  const shown = await estate.must(SECRETS_STACK, "show", "-json", "plan.bin");
  expect(await denied(shown)).toBe(0);
  const applied = await estate.must(SECRETS_STACK, "apply", "-auto-approve", ...NO_QUESTIONS);
  await expectMade();
  await expectUnwritten(planned + shown + applied);
});

step("destroy leaves nothing", async () => {
  await estate.must(SECRETS_STACK, "destroy", "-auto-approve", ...NO_QUESTIONS);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_OF_SECRETS)).toEqual([]);
  return Promise.resolve();
});
