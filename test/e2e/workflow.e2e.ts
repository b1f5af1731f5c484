import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { differences, SEEN_OF_WORKFLOWS } from "./needs";
import { story } from "./steps";
import { until } from "./until";
import { CELL, executionNameOf, shop, writeFulfilment, type OrderEvent } from "./workflow";

const { step } = story("workflow");

let estate: Estate;
let at: ReturnType<typeof shop>;

afterAll(async () => estate?.remove());

/** Places an order and waits until its execution ended. */
async function fulfilled(event: OrderEvent) {
  await at.place(event);
  return until(60, async () => {
    const outcome = await at.outcome(event.id).catch(() => ({ status: "RUNNING" }));
    return outcome.status === "RUNNING" ? undefined : outcome;
  });
}

const stock = async (): Promise<unknown> => (await at.find("stock#lamp"))?.["quantity"];

const stepOf = async (id: string, name: string): Promise<unknown> =>
  (await at.find(`step#${executionNameOf(id)}/${name}`))?.["status"];

const paymentOf = async (id: string): Promise<unknown> =>
  (await at.find(`payment#${executionNameOf(id)}/take-payment`))?.["state"];

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  at = shop(estate);
  await writeFulfilment(estate);
});

step("apply a workflow, its queue, its two functions and its store", () => apply(estate, CELL));

step("an order is fulfilled: every step is taken, in order", async () => {
  await at.put({ key: "stock#lamp", quantity: 10 });
  expect(await fulfilled({ id: "o1" })).toEqual({ status: "SUCCEEDED" });
  expect(await stock()).toBe(8);
  expect(await paymentOf("o1")).toBe("taken");
  expect(await at.find(`shipment#${executionNameOf("o1")}/ship`)).toMatchObject({
    ...{ country: "CH", reserved: { item: "lamp", quantity: 2 } },
  });
});

step("an event that is delivered twice starts one execution, and is applied once", async () => {
  await at.place({ id: "o1" });
  await fulfilled({ id: "o2" });
  expect(await at.executions()).toHaveLength(2);
  expect(await stock()).toBe(6);
});

step("the first step is refused: nothing was done, and it ends well", async () => {
  expect(await fulfilled({ id: "o3", quantity: 100 })).toEqual({ status: "SUCCEEDED" });
  expect([await stock(), await paymentOf("o3")]).toEqual([6, undefined]);
});

step("the second is refused: the stock is given back", async () => {
  expect(await fulfilled({ id: "o4", total: 2_000_000 })).toEqual({ status: "SUCCEEDED" });
  expect([await stock(), await paymentOf("o4")]).toEqual([6, undefined]);
  expect(await stepOf("o4", "reserve-stock")).toBe("undone");
});

step("the third is refused: the payment is paid back, then the stock given back", async () => {
  expect(await fulfilled({ id: "o5", country: "XX" })).toEqual({ status: "SUCCEEDED" });
  expect([await stock(), await paymentOf("o5")]).toEqual([6, "paid back"]);
});

step("a step fails for good: what was done is undone, and the execution failed", async () => {
  // No order that the code knows: it throws at each try.
  expect(await fulfilled({ id: "o6", country: "nowhere" })).toEqual({
    ...{ status: "FAILED", error: "Compensated" },
  });
  expect(await stock()).toBe(6);
  expect(await stepOf("o6", "reserve-stock")).toBe("undone");
});

step("a second plan is empty", async () => {
  exited(await estate.run(CELL, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("destroy leaves nothing", async () => {
  await estate.must(CELL, "destroy", "-auto-approve", ...NO_QUESTIONS);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_OF_WORKFLOWS)).toEqual([]);
  return Promise.resolve();
});
