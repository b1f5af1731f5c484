import { existsSync } from "node:fs";
import { join } from "node:path";
import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { CELL, OUTBOX, shop, VIEW, writeShop } from "./outbox";
import { story } from "./steps";
import { until } from "./until";

const { step } = story("outbox");

let estate: Estate;
let at: ReturnType<typeof shop>;
const start = new Date();

afterAll(async () => estate?.remove());

/** Waits until customers see this of their orders. */
const sees = async (...orders: readonly string[]) => {
  const wanted = [...orders].sort().join("\n");
  let last = "";
  await until(60, async () => {
    last = (await at.seen()).join("\n");
    return last === wanted || undefined;
  }).catch(() => expect(last).toBe(wanted));
};

/** How far the read model has come with an order; undefined where it knows none of its events. */
const positionOf = async (order: string) =>
  (await at.items(VIEW)).find(
    ({ key, sort }) => key === `projection#shop|order/${order}` && sort === "position",
  );

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  at = shop(estate);
  await writeShop(estate);
});

step("apply an outbox and what carries it, a bus, and a read model with its queue", () =>
  apply(estate, CELL),
);

step("an order and its event are written as one, and its customer sees it", async () => {
  await at.place("o1", "ada");
  await sees("customer#ada order#o1 placed");
  expect(await positionOf("o1")).toMatchObject({ sequence: 1, id: "order/o1/1" });
});

step("where the write fails there is no event, and where the event fails no write", async () => {
  await expect(at.cancel("none", "ada")).rejects.toThrow("ConditionalCheckFailed");
  await expect(at.place("o1", "ada")).rejects.toThrow("ConditionalCheckFailed");
  expect(await at.items(OUTBOX)).toHaveLength(1);
  expect(await at.kept()).toEqual(["customer#ada order#o1 placed"]);
});

step("a relay that is killed between publish and mark publishes again, applied once", async () => {
  const kills = join(estate.folder, "killed");
  await at.place("o2", "ada", { kills });
  await at.place("o3", "bob");
  await sees(
    ...["customer#ada order#o1 placed", "customer#ada order#o2 placed"],
    "customer#bob order#o3 placed",
  );
  expect(existsSync(kills)).toBe(true);
  await until(60, async () => (await at.handled("order/o2/1")).length === 2 || undefined);
  expect(await at.handled("order/o2/1")).toEqual(["event applied", "event duplicate"]);
});

step("what the bus does not take comes again", async () => {
  const refused = join(estate.folder, "refused");
  await at.place("o4", "bob", { refused });
  await until(60, () => positionOf("o4"));
  expect(existsSync(refused)).toBe(true);
});

step("an event that overtook another waits for it, and a duplicate changes nothing", async () => {
  await at.publish("order.cancelled", "o5", 2, { customer: "ada" });
  await until(60, async () =>
    (await at.items(VIEW)).find(({ sort }) => String(sort).startsWith("waiting#")),
  );
  await at.place("o5", "ada");
  await at.cancel("o5", "ada");
  await at.publish("order.placed", "o5", 1, { customer: "ada", total: 5 });
  await at.cancel("o1", "ada");
  await sees(...(await at.kept()));
  expect(await positionOf("o5")).toMatchObject({ sequence: 2, id: "order/o5/2" });
  expect((await at.items(VIEW)).filter(({ sort }) => String(sort).startsWith("waiting"))).toEqual(
    [],
  );
});

step("a read model that was emptied is rebuilt from the archive", async () => {
  const before = await at.seen();
  await at.forget();
  expect(await at.seen()).toEqual([]);
  const state = await at.replay(start);
  await sees(...before);
  expect(await at.seen()).toEqual(await at.kept());
  await until(60, async () => (await state()) === "COMPLETED" || undefined);
});

step("a second plan is empty", async () => {
  exited(await estate.run(CELL, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("destroy leaves nothing", async () => {
  await estate.must(CELL, "destroy", "-auto-approve", ...NO_QUESTIONS);
});
