import { rotation, type Rotate } from "../../../functions/rotation/steps";
import { Kept } from "./memory";

const STEPS = ["createSecret", "setSecret", "testSecret", "finishSecret"] as const;

const RANDOM: Rotate = { make: (_, secrets) => secrets.random(4) };

const event = (Step: string, ClientRequestToken = "v1") => ({
  ...{ SecretId: "arn:of:it", ClientRequestToken, Step },
});

async function turn(kept: Kept, owner: Rotate = RANDOM, version = "v1"): Promise<void> {
  kept.begin(version);
  for (const step of STEPS) await rotation(owner, kept)(event(step, version));
}

test("four steps put another value in use, and keep the one before", async () => {
  const kept = new Kept("old");
  await turn(kept);
  expect([kept.at("AWSCURRENT"), kept.at("AWSPREVIOUS"), kept.at("AWSPENDING")]).toEqual([
    ...["xxx1", "old", undefined],
  ]);
});

test("a secret without a value gets its first one", async () => {
  const kept = new Kept();
  await turn(kept);
  expect(kept.at("AWSCURRENT")).toBe("xxx1");
});

test("what it opens is told before the value is tried, and that before it is in use", async () => {
  const kept = new Kept("old");
  const said: string[] = [];
  await turn(kept, {
    ...RANDOM,
    set: async (next, current) => void said.push(`set ${next} beside ${current}`),
    test: async (next) => void said.push(`test ${next} while ${kept.at("AWSCURRENT")}`),
  });
  expect(said).toEqual(["set xxx1 beside old", "test xxx1 while old"]);
});

test.each(STEPS)("%s can be called again, and changes nothing then", async (again) => {
  const kept = new Kept("old");
  kept.begin("v1");
  const call = rotation(RANDOM, kept);
  for (const step of STEPS) {
    await call(event(step));
    if (step === again) await call(event(step));
  }
  expect([kept.at("AWSCURRENT"), kept.at("AWSPREVIOUS"), kept.made]).toEqual(["xxx1", "old", 1]);
});

test("a value that is not let in is never in use", async () => {
  const kept = new Kept("old");
  const refused = turn(kept, { ...RANDOM, test: () => Promise.reject(new Error("401")) });
  await expect(refused).rejects.toThrow("401");
  expect(kept.at("AWSCURRENT")).toBe("old");
  expect(kept.at("AWSPENDING")).toBe("xxx1");
});

test("a rotation after one that failed makes a value of its own", async () => {
  const kept = new Kept("old");
  kept.begin("v1");
  await rotation(RANDOM, kept)(event("createSecret"));
  await turn(kept, RANDOM, "v2");
  expect(kept.at("AWSCURRENT")).toBe("xxx2");
});

test.each<[string, (kept: Kept) => void, string, string]>([
  [
    "a secret that is not rotated",
    (kept) => void (kept.rotated = false),
    "createSecret",
    "expected a secret that is rotated, got one that is not",
  ],
  [
    "a version that nobody asked for",
    (kept) => void kept.stages.delete("v1"),
    "createSecret",
    "expected a version of the secret, got v1",
  ],
  [
    "a version that was replaced",
    (kept) => kept.begin("v2"),
    "createSecret",
    "expected a version that is pending, got v1",
  ],
  ["a step that is none", () => undefined, "drop", "expected one of the four steps, got drop"],
  ["a step too many", () => undefined, "toString", "expected one of the four steps, got toString"],
  [
    "an end without a beginning",
    () => undefined,
    "finishSecret",
    "expected the value of the step createSecret, got none",
  ],
])("%s is refused, and nothing is changed", async (_, spoil, step, message) => {
  const kept = new Kept("old");
  kept.begin("v1");
  spoil(kept);
  await expect(rotation(RANDOM, kept)(event(step))).rejects.toThrow(message);
  expect([kept.at("AWSCURRENT"), kept.values.size]).toEqual(["old", 1]);
});
