import { summariseState } from "../../../operations/terraform/state";

const state = (id: string, serial = 1) =>
  JSON.stringify({
    ...{ serial, lineage: "l", version: 4 },
    resources: [
      { mode: "data", type: "a", name: "data", instances: [{ attributes: { id: "d" } }] },
      {
        ...{ mode: "managed", type: "b", name: "two", module: "module.m" },
        instances: [
          { index_key: "x", attributes: { id: "1", secret: "hunter2" } },
          { index_key: 0, attributes: { id: "2" } },
        ],
      },
      { mode: "managed", type: "a", name: "one", instances: [{ attributes: { id } }] },
    ],
  });

test("keeps what tells one state from another, and no value", () => {
  const summary = summariseState(state("i"));
  expect(summary).toMatchObject({
    ...{ serial: 1, lineage: "l" },
    addresses: ["a.one", 'module.m.b.two["x"]', "module.m.b.two[0]"],
  });
  expect(JSON.stringify(summary)).not.toContain("hunter2");
});

test("another object is another identity; another serial is not", () => {
  const [one, later, other] = [state("i"), state("i", 7), state("j")].map(summariseState);
  expect(later?.identity).toBe(one?.identity);
  expect(later?.content).toBe(one?.content);
  expect(other?.identity).not.toBe(one?.identity);
});

test("nothing is no state", () => {
  expect(summariseState("\n")).toBeUndefined();
});
