import type { Ledger, StepRecord, Write } from "../../../functions/saga/ledger";
import {
  createSteps,
  Refused,
  TooLate,
  type Step,
  type StepCall,
} from "../../../functions/saga/steps";

/** In memory; an effect is a number that is added. */
class MemoryLedger implements Ledger {
  readonly records = new Map<string, StepRecord>();
  total = 0;
  /** Runs once, before the next write. */
  meanwhile: (() => Promise<unknown>) | undefined;

  find(key: string): Promise<StepRecord | undefined> {
    return Promise.resolve(this.records.get(key));
  }

  async write(
    key: string,
    record: StepRecord,
    expected: StepRecord["status"] | undefined,
    effects: readonly Write[],
  ): Promise<boolean> {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    const refused = effects.find(({ refusal }) => refusal !== undefined);
    if (refused?.refusal !== undefined) throw new Refused(refused.refusal);
    if (this.records.get(key)?.status !== expected) return false;
    this.records.set(key, record);
    for (const { item } of effects) this.total += (item as { add: number }).add;
    return true;
  }
}

const add = (amount: number): Write => ({ item: { add: amount } as never });

/** Adds 5, and calls another system that keeps what it was asked by key. */
function setup() {
  const ledger = new MemoryLedger();
  const elsewhere = new Set<string>();
  const pay: Step = {
    take: ({ key }) => {
      elsewhere.add(key);
      return Promise.resolve({ result: { paid: 5 }, writes: [add(5)] });
    },
    undo: ({ key }, result) => {
      elsewhere.delete(key);
      return Promise.resolve(result === undefined ? {} : { writes: [add(-5)] });
    },
  };
  const refuse: Step = { take: () => Promise.reject(new Refused("no")) };
  const overdraw: Step = {
    ...pay,
    take: (call, resultOf) =>
      pay.take(call, resultOf).then((work) => ({
        ...work,
        writes: [{ ...add(5), refusal: "the account is empty" }],
      })),
  };
  const tell: Step = {
    take: async (_, resultOf) => ({ result: { heard: await resultOf("pay") } }),
  };
  return {
    ledger,
    elsewhere,
    handle: createSteps({ ledger, steps: { pay, refuse, overdraw, tell } }),
  };
}

const call = (step: string, undoes?: string): StepCall => ({
  ...{ step, key: `e1/${undoes ?? step}`, execution: "e1", event: {} },
  ...(undoes !== undefined && { undoes }),
});

test("a step that is called twice is taken once, and answers the same", async () => {
  const { ledger, handle } = setup();
  expect(await handle(call("pay"))).toEqual({ paid: 5 });
  expect(await handle(call("pay"))).toEqual({ paid: 5 });
  expect(ledger.total).toBe(5);
});

test("two tries at once take it once", async () => {
  const { ledger, handle } = setup();
  ledger.meanwhile = () => handle(call("pay"));
  expect(await handle(call("pay"))).toEqual({ paid: 5 });
  expect(ledger.total).toBe(5);
});

test("what was done is undone once, however often it is asked for", async () => {
  const { ledger, elsewhere, handle } = setup();
  await handle(call("pay"));
  await handle(call("pay-back", "pay"));
  await handle(call("pay-back", "pay"));
  expect([ledger.total, elsewhere.size]).toEqual([0, 0]);
});

test("a step of which no proof stands is undone where it was called beside its writes, and nowhere else", async () => {
  const { ledger, elsewhere, handle } = setup();
  elsewhere.add("e1/pay");
  await handle(call("pay-back", "pay"));
  expect([ledger.total, elsewhere.size]).toEqual([0, 0]);
});

test("a try that comes after the step was undone does nothing", async () => {
  const { ledger, elsewhere, handle } = setup();
  await handle(call("pay-back", "pay"));
  await expect(handle(call("pay"))).rejects.toThrow(TooLate);
  expect([ledger.total, elsewhere.size]).toEqual([0, 0]);
});

test("a try during which the step is undone leaves nothing, here or elsewhere", async () => {
  const { ledger, elsewhere, handle } = setup();
  ledger.meanwhile = () => handle(call("pay-back", "pay"));
  await expect(handle(call("pay"))).rejects.toThrow(TooLate);
  expect([ledger.total, elsewhere.size]).toEqual([0, 0]);
});

test("a compensation during which the step is done fails, and its next try undoes it", async () => {
  const { ledger, handle } = setup();
  ledger.meanwhile = () => handle(call("pay"));
  await expect(handle(call("pay-back", "pay"))).rejects.toThrow(
    "the step changed while it was undone",
  );
  await handle(call("pay-back", "pay"));
  expect(ledger.total).toBe(0);
});

test("a refusal is thrown by its name, by which the workflow knows it, and leaves no proof", async () => {
  const { ledger, handle } = setup();
  await expect(handle(call("refuse"))).rejects.toMatchObject({ name: "Refused", message: "no" });
  expect(ledger.records.size).toBe(0);
});

test("what a step called beside a write that is refused is undone: the workflow takes it for not done", async () => {
  const { ledger, elsewhere, handle } = setup();
  await expect(handle(call("overdraw"))).rejects.toMatchObject({
    ...{ name: "Refused", message: "the account is empty" },
  });
  expect([ledger.records.size, ledger.total, elsewhere.size]).toEqual([0, 0, 0]);
});

test("a step is told what one before it resulted in", async () => {
  const { handle } = setup();
  await handle(call("pay"));
  expect(await handle(call("tell"))).toEqual({ heard: { paid: 5 } });
});

test("a step that the code has not fails", async () => {
  await expect(setup().handle(call("fly"))).rejects.toThrow("no such step: fly");
});
