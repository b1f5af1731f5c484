import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environments } from "../../environments";
import { readSourceLines, readSources, serviceFile, sourceLinesOf } from "../../operations/sources";

const root = join(__dirname, "../..");

const lines = (text: string, service = "orders") =>
  Object.fromEntries(
    Object.entries(sourceLinesOf(text, "f.ts", service)).map(([path, { line }]) => [path, line]),
  );

test("every property of the real declaration stands on the line where it is written", () => {
  const file = serviceFile("orders");
  const found = readSourceLines(root, file, "orders");
  const text = readFileSync(join(root, file), "utf8").split("\n");
  const written = (path: string) => text[(found[path]?.line ?? 0) - 1];
  expect(written("orders")).toContain("export const orders");
  expect(written("orders.workload")).toMatch(/^ {2}workload:/);
  expect(written("orders.workload.code")).toMatch(/^ {2}workload:/);
  expect(written("orders.stores.state.partitionKey")).toMatch(/stores:/);
  expect(written("orders.objectives[0].target")).toContain("target: 99.9");
  expect(written("orders.objectives[1].threshold")).toContain('threshold: "5m"');
  expect(new Set(Object.values(found).map((line) => line.file))).toEqual(new Set([file]));
});

test("every service of every environment has its lines", () => {
  const names = environments.flatMap(({ services }) => services.map(({ name }) => name));
  const sources = readSources(root, names);
  for (const name of names) expect(sources[name]?.[name]).toBeDefined();
});

test("a part with a name of its own keeps its own lines, and so does what is spread", () => {
  const text = [
    "const queue = {",
    "  attempts: 4,",
    "} as const;",
    "const base = { name: 'orders', costCenter: 'cc' };",
    "export const anything = {",
    "  ...base,",
    "  workload: {",
    "    queue,",
    "    'processor': (queue),",
    "  },",
    "  name: 'orders',",
    "} satisfies Service;",
  ].join("\n");
  expect(lines(text)).toEqual({
    orders: 5,
    "orders.name": 11,
    "orders.costCenter": 4,
    "orders.workload": 7,
    "orders.workload.queue": 8,
    "orders.workload.queue.attempts": 2,
    "orders.workload.processor": 9,
    "orders.workload.processor.attempts": 2,
  });
});

test("a declaration is found by its name, else by its constant", () => {
  expect(lines("const other = { name: 'a' };\nexport const x = { name: 'orders' };").orders).toBe(
    2,
  );
  expect(
    lines("\nexport const orderEvents = { name: NAME };", "order-events")["order-events"],
  ).toBe(2);
});

test("places after a spread in a list are not guessed", () => {
  expect(lines("const orders = { objectives: [{}, ...more, {}] };")).toEqual({
    orders: 1,
    "orders.objectives": 1,
    "orders.objectives[0]": 1,
  });
});

test("a constant that holds itself ends", () => {
  expect(lines("const orders = { self: orders };").orders).toBe(1);
});

test("a file that is not there, or holds no such service, is said so", () => {
  expect(() => readSourceLines(root, "environments/services/none.ts", "none")).toThrow(
    "environments/services/none.ts: cannot be read; is it in the repository?",
  );
  expect(() => sourceLinesOf("const a = {};", "f.ts", "orders")).toThrow(
    'f.ts: expected an exported object with name: "orders"',
  );
});

test("a file takes milliseconds once the compiler is loaded", () => {
  const start = process.cpuUsage();
  for (let i = 0; i < 20; i++) readSourceLines(root, serviceFile("orders"), "orders");
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000 / 20).toBeLessThan(20);
});
