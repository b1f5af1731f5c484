import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { EVENTS_STACK, eventOf, eventsStack, received, toBus, toTopic } from "./events";
import { writeStack } from "./local_stack";
import { differences, SEEN_OF_EVENTS } from "./needs";
import { story } from "./steps";
import { until } from "./until";

const { step } = story("events");

let estate: Estate;

afterAll(async () => estate?.remove());

const order = (id: string, total: number, tier: string) =>
  eventOf(id, "order.placed", { total, customer: { tier } });

const moved = (id: string, article: string) => eventOf(id, "stock.moved", { article });

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  writeStack(estate, EVENTS_STACK, eventsStack());
});

step("apply a bus, topics, queues and what subscribes them", () => apply(estate, EVENTS_STACK));

step(
  "of what is published by the bus each subscriber gets its own, as it was published",
  async () => {
    await toBus(
      estate,
      order("small", 99, "gold"),
      order("basic", 500, "basic"),
      order("gold", 500, "gold"),
      eventOf("cancelled", "order.cancelled", {}),
      eventOf("unknown", "order.sent", {}),
    );
    expect((await received(estate, "audit")).sort()).toEqual([
      "basic",
      "cancelled",
      "gold",
      "small",
    ]);
    expect(await received(estate, "concierge")).toEqual(["gold"]);
  },
);

step("what is sent twice has the same id, by which a processor knows it", async () => {
  const again = order("gold", 500, "gold");
  await toBus(estate, again, again);
  expect(await received(estate, "concierge")).toEqual(["gold", "gold"]);
});

step("of what is published by a topic a filter takes its own", async () => {
  await toTopic(estate, eventOf("cheap", "price.changed", { total: 4 }));
  await toTopic(estate, eventOf("dear", "price.changed", { total: 5 }));
  await toTopic(estate, eventOf("other", "price.kept", { total: 5 }));
  expect(await received(estate, "prices")).toEqual(["dear"]);
});

step("an ordered topic hands over in order, and once what was sent twice", async () => {
  for (const id of ["1", "2", "2", "3"]) await toTopic(estate, moved(id, "lamp"), "lamp");
  expect(await received(estate, "ledger")).toEqual(["1", "2", "3"]);
});

step("a schedule puts its event into the queue when it is due, and no other does", async () => {
  const ids = await until(90, async () => {
    const found = await received(estate, "reports");
    return found.length > 0 ? found : undefined;
  });
  // The emulator sends the text as it is declared: AWS puts the moment in the place of the attribute.
  expect([...new Set(ids)]).toEqual(["tick-<aws.scheduler.scheduled-time>"]);
});

step("a second plan is empty", async () => {
  exited(await estate.run(EVENTS_STACK, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("destroy leaves nothing", async () => {
  await estate.must(EVENTS_STACK, "destroy", "-auto-approve", ...NO_QUESTIONS);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_OF_EVENTS)).toEqual([]);
  return Promise.resolve();
});
