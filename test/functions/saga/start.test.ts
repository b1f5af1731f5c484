import { createStarter, executionOf } from "../../../functions/saga/start";

const event = (id: string, source = "/shop") => JSON.stringify({ id, source, data: { n: 1 } });

const record = (messageId: string, body: string) => ({ messageId, body }) as never;

function setup(fail: readonly string[] = []) {
  const started = new Map<string, string>();
  const lines: Readonly<Record<string, unknown>>[] = [];
  const handle = createStarter(
    (name, input) => {
      if (fail.includes(name)) return Promise.reject(new Error("secret of an order"));
      if (started.has(name)) return Promise.resolve(false);
      started.set(name, input);
      return Promise.resolve(true);
    },
    (line) => lines.push(line),
  );
  return { started, lines, handle };
}

test("an event starts one execution, however often it is delivered", async () => {
  const { started, handle } = setup();
  const body = event("o1");
  expect(await handle({ Records: [record("m1", body), record("m2", body)] })).toEqual({
    batchItemFailures: [],
  });
  expect([...started.values()]).toEqual([JSON.stringify({ event: JSON.parse(body) as unknown })]);
});

test("a name has 64 characters that Step Functions takes, and is that of source and id together", () => {
  const { name } = executionOf(event("an id/with* what no name may hold".repeat(8)));
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  expect(executionOf(event("o1", "/shop")).name).not.toBe(executionOf(event("o1", "/till")).name);
});

test("of a batch the messages alone that failed are delivered again, and their content is not logged", async () => {
  const { handle, lines } = setup([executionOf(event("o2")).name]);
  const bodies = [event("o1"), event("o2"), "{", "[]", JSON.stringify({ id: "", source: "/shop" })];
  const records = bodies.map((body, index) => record(`m${index + 1}`, body));
  expect(await handle({ Records: records })).toEqual({
    batchItemFailures: ["m2", "m3", "m4", "m5"].map((itemIdentifier) => ({ itemIdentifier })),
  });
  expect(lines.map(({ reason }) => reason).filter(Boolean)).toEqual([
    "not JSON",
    "id: expected a string of 1 character or more",
    "id: expected a string of 1 character or more",
    "Error",
  ]);
  expect(JSON.stringify(lines)).not.toContain("secret");
});
