import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apply, makeZone, NO_QUESTIONS } from "./cell";
import { exited, repository } from "./commands";
import { createEstate, type Estate } from "./estate";
import { FIRST, inRegion, ONE, SECOND, TWO, writeCells } from "./regions";
import { story } from "./steps";
import { until } from "./until";

const { step } = story("regions");

const EAST = "us-east-1";
const WEST = "us-west-2";

let estate: Estate;

afterAll(async () => estate?.remove());

const EXAMPLE = join(repository, "functions", "orders", "examples", "order-placed.json");

const event = (id: string): string =>
  JSON.stringify({ ...(JSON.parse(readFileSync(EXAMPLE, "utf8")) as object), id });

/** As the service's table calls it. */
const idsOf = (...ids: string[]) => ids.map((id) => `https://shop.example.com/checkout|${id}`);

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  await makeZone(estate);
});

step("apply an environment of one region, which handles an event", async () => {
  await writeCells(estate, ONE);
  await apply(estate, FIRST);
  await inRegion(estate, EAST).send(`${FIRST}-orders-events`, event("e1"));
  await until(60, () => inRegion(estate, EAST).kept(idsOf("e1")));
});

step("a second region joins, and has what the first kept", async () => {
  await writeCells(estate, TWO);
  await apply(estate, FIRST);
  await apply(estate, SECOND);
  expect(await inRegion(estate, WEST).kept(idsOf("e1"))).toEqual(idsOf("e1"));
});

step("what one region handles is kept in both", async () => {
  await inRegion(estate, WEST).send(`${SECOND}-orders-events`, event("e2"));
  for (const region of [WEST, EAST])
    expect(await until(60, () => inRegion(estate, region).kept(idsOf("e2")))).toEqual(
      idsOf("e1", "e2"),
    );
});

step("a second plan of either is empty: the first lets the copies be", async () => {
  for (const stack of [FIRST, SECOND])
    exited(await estate.run(stack, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("the second region goes, and the first is as it was", async () => {
  await estate.must(SECOND, "destroy", "-auto-approve", ...NO_QUESTIONS);
  expect(await inRegion(estate, EAST).kept(idsOf("e2"))).toEqual(idsOf("e1", "e2"));
});

step("destroy leaves nothing", async () => {
  await estate.must(FIRST, "destroy", "-auto-approve", ...NO_QUESTIONS);
});
