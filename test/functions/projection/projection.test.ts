import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { createConsumer } from "../../../functions/projection/consumer";
import { PoisonError, readEvent, type SequencedEvent } from "../../../functions/projection/event";
import { createProjection } from "../../../functions/projection/projection";
import type { Position, View } from "../../../functions/projection/view";

/** In memory; a write is the number of the event that it is of. */
class MemoryView implements View {
  readonly applied: number[] = [];
  readonly kept = new Map<number, SequencedEvent>();
  at: Position = { sequence: 0 };
  /** Runs once, before the next write or wait. */
  meanwhile: (() => Promise<unknown>) | undefined;

  position(): Promise<Position> {
    return Promise.resolve(this.at);
  }

  async write(event: SequencedEvent, writes: readonly TransactWriteItem[]): Promise<boolean> {
    await this.interrupted();
    if (event.sequence !== this.at.sequence + 1) return false;
    this.at = { sequence: event.sequence, id: event.id };
    this.kept.delete(event.sequence);
    this.applied.push(...writes.map((write) => (write as { number: number }).number));
    return true;
  }

  async wait(event: SequencedEvent): Promise<void> {
    await this.interrupted();
    this.kept.set(event.sequence, event);
  }

  waiting({ sequence }: { sequence: number }): Promise<SequencedEvent | undefined> {
    return Promise.resolve(this.kept.get(sequence));
  }

  private async interrupted(): Promise<void> {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
  }
}

const event = (sequence: number, id = `order/o-1/${sequence}`): SequencedEvent => ({
  ...{ id, source: "shop", type: "order.placed", subject: "order/o-1", sequence },
  data: {},
});

function setup() {
  const view = new MemoryView();
  const project = createProjection(view, ({ sequence }) => [{ number: sequence } as never]);
  return { view, project };
}

test("events are applied in order, and a duplicate of any of them is not", async () => {
  const { view, project } = setup();
  const outcomes = [];
  for (const sequence of [1, 2, 1, 2, 3]) outcomes.push(await project(event(sequence)));
  expect(outcomes).toEqual(["applied", "applied", "duplicate", "duplicate", "applied"]);
  expect(view.applied).toEqual([1, 2, 3]);
});

test("events that come before their turn wait for it, and leave nothing behind", async () => {
  const { view, project } = setup();
  const outcomes = [];
  for (const sequence of [3, 2, 3, 1]) outcomes.push(await project(event(sequence)));
  expect(outcomes).toEqual(["waits", "waits", "waits", "applied"]);
  expect(view.applied).toEqual([1, 2, 3]);
  expect(view.kept.size).toBe(0);
});

test("what cannot be applied and came early fails the one before it and all after it, until code can and one comes again", async () => {
  const view = new MemoryView();
  let can = false;
  const project = createProjection(view, ({ sequence }) => {
    if (sequence === 2 && !can) throw new PoisonError("data: expected a total");
    return [{ number: sequence } as never];
  });
  expect(await project(event(2))).toBe("waits");
  for (const sequence of [1, 1, 3])
    await expect(project(event(sequence))).rejects.toThrow(PoisonError);
  expect(view.applied).toEqual([1]);
  can = true;
  expect(await project(event(1))).toBe("duplicate");
  expect(view.applied).toEqual([1, 2, 3]);
});

test("all orders of five events, each delivered twice, end in the same", async () => {
  const numbers = [1, 2, 3, 4, 5];
  for (const order of permutations(numbers)) {
    const { view, project } = setup();
    for (const sequence of [...order, ...order]) await project(event(sequence));
    expect(view.applied).toEqual(numbers);
  }
});

test("of two that apply the same event at once one does, and the other finds it done", async () => {
  const { view, project } = setup();
  view.meanwhile = () => project(event(1));
  expect(await project(event(1))).toBe("duplicate");
  expect(view.applied).toEqual([1]);
});

test("an event that is kept while the one before it is applied is not forgotten", async () => {
  const { view, project } = setup();
  view.meanwhile = () => project(event(1));
  expect(await project(event(2))).toBe("waits");
  expect(view.applied).toEqual([1, 2]);
});

test("who is killed before what waits was applied is made up for by the duplicate", async () => {
  const { view, project } = setup();
  await view.wait(event(2));
  await view.write(event(1), [{ number: 1 } as never]);
  expect(await project(event(1))).toBe("duplicate");
  expect(view.applied).toEqual([1, 2]);
});

test("another event under a sequence that was applied is no duplicate", async () => {
  const { project } = setup();
  await project(event(1));
  await expect(project(event(1, "another"))).rejects.toThrow(
    new PoisonError("sequence: another event of the subject has it"),
  );
});

test("of a batch only what failed comes again, and no value reaches the log", async () => {
  const { view, project } = setup();
  const lines: object[] = [];
  const consume = createConsumer(project, (line) => lines.push(line));
  const body = (sequence: unknown) => JSON.stringify({ ...event(1), sequence });
  const Records = [body("0000000002"), body("two"), "secret", body("0000000001")].map(
    (text, index) => ({ messageId: `m${index}`, body: text }),
  ) as never;
  expect(await consume({ Records })).toEqual({
    batchItemFailures: [{ itemIdentifier: "m1" }, { itemIdentifier: "m2" }],
  });
  expect(view.applied).toEqual([1, 2]);
  expect(JSON.stringify(lines)).not.toContain("secret");
});

test.each([
  [{ subject: "" }, "subject: expected a string of 1 character or more"],
  [{ id: undefined }, "id: expected a string of 1 character or more"],
  [{ sequence: "0000" }, "sequence: expected a string of 1 to 15 digits, from 1 on"],
  [{ data: [] }, "data: expected a JSON object"],
])("an event with %j is poison", (change, message) => {
  const whole = { ...event(1), sequence: "0000000001" };
  expect(() => readEvent(JSON.stringify({ ...whole, ...change }))).toThrow(
    new PoisonError(message),
  );
});

function permutations(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((one) =>
    permutations(of.filter((other) => other !== one)).map((rest) => [one, ...rest]),
  );
}
