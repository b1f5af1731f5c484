import { apply, NO_QUESTIONS } from "./cell";
import { cloud } from "./cloud";
import { exited } from "./commands";
import {
  CELL,
  COPY,
  declare,
  EDGE,
  expectAddressed,
  expectCopied,
  expectDelivered,
  IMAGES,
  PRIVATE,
  ZONE,
} from "./edge";
import { createEstate, type Estate } from "./estate";
import { differences, SEEN_AT_THE_EDGE } from "./needs";
import { story } from "./steps";

const { step } = story("edge");

let estate: Estate;
let aws: ReturnType<typeof cloud>;

afterAll(async () => estate?.remove());

const PARTS = [CELL, EDGE, PRIVATE];
const ALL = [ZONE, ...PARTS];

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  aws = cloud(estate.env);
  await declare(estate);
});

step(
  "apply the zone, then the bucket and what stands in front of it, and a private way",
  async () => {
    await apply(estate, ZONE);
    await Promise.all(PARTS.map((stack) => apply(estate, stack)));
  },
);

step("a second plan is empty", async () => {
  const flags = ["-detailed-exitcode", ...NO_QUESTIONS];
  const plans = await Promise.all(ALL.map((stack) => estate.run(stack, "plan", ...flags)));
  for (const plan of plans) exited(plan, 0);
});

step("its address leads to it, by a certificate that was proved in the zone", async () => {
  await expectAddressed(estate);
});

step("the distribution names the version of the code behind its caches", async () => {
  await expectCopied(estate);
});

step(
  "a picture is handed out by the distribution alone, and says nothing of its bucket",
  async () => {
    await expectDelivered(estate, aws);
  },
);

step("destroy leaves nothing", async () => {
  for (const bucket of [IMAGES, COPY]) await aws.empty(bucket);
  await Promise.all(
    PARTS.map((stack) => estate.must(stack, "destroy", "-auto-approve", ...NO_QUESTIONS)),
  );
  await estate.must(ZONE, "destroy", "-auto-approve", ...NO_QUESTIONS);
  expect(await aws.bucketNames()).toEqual([]);
  expect(await aws.logGroupNames()).toEqual([]);
  expect(await aws.keyAliases()).toEqual([]);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_AT_THE_EDGE)).toEqual([]);
  return Promise.resolve();
});
