import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesIn, plinth, scratch } from "../cli/plinth";

jest.setTimeout(60_000);

let folder: string;

beforeEach(() => {
  folder = scratch();
  declare("dev-c01", { orders: "orders" });
  declare("dev-gcp-c01", { stock: "stock" });
});

afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** As cdktf writes a stack. */
function declare(stack: string, names: Readonly<Record<string, string>>): void {
  const queues = Object.entries(names).map(([name, physical]) => [name, { name: physical }]);
  const json = { resource: { aws_sqs_queue: Object.fromEntries(queues) } };
  put(`cdktf.out/stacks/${stack}/cdk.tf.json`, JSON.stringify(json));
}

const addresses = (...args: string[]) =>
  plinth(["addresses", ...args, "--root", folder], { cwd: folder });
const ledger = () => readFileSync(join(folder, "environments/addresses/dev.json"), "utf8");

test("a record is a file an environment, whole, and a check of it then passes", () => {
  expect(addresses("record")).toMatchObject({ code: 0, stderr: "" });
  expect(filesIn(join(folder, "environments"))).toEqual([
    "addresses/dev-gcp.json",
    "addresses/dev.json",
  ]);
  expect(addresses("check")).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("a check of what nobody recorded ends with 2 and writes nothing", () => {
  const { code, stdout } = addresses("check");
  expect({ code, stdout }).toEqual({
    code: 2,
    stdout: "dev-c01\n  new    aws_sqs_queue.orders\ndev-gcp-c01\n  new    aws_sqs_queue.stock\n",
  });
  expect(filesIn(folder).filter((path) => path.startsWith("environments"))).toEqual([]);
});

test("an open question ends with 2 and leaves every ledger as it was, until it is answered", () => {
  addresses("record");
  const before = ledger();
  declare("dev-c01", { intake: "intake" });
  declare("dev-gcp-c01", { stock: "stock", more: "more" });
  expect(addresses("record")).toMatchObject({ code: 2, stderr: "" });
  expect(ledger()).toBe(before);
  expect(readFileSync(join(folder, "environments/addresses/dev-gcp.json"), "utf8")).not.toContain(
    "more",
  );
  const answer = "aws_sqs_queue.orders=aws_sqs_queue.intake";
  expect(addresses("record", "--moved", answer)).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(ledger()).stacks["dev-c01"].moved).toEqual([
    { from: "aws_sqs_queue.orders", to: "aws_sqs_queue.intake" },
  ]);
});

test.each([
  ["no JSON", "{", "environments/addresses/dev.json: expected plinth.addresses/v1: "],
  [
    "of another schema",
    JSON.stringify({ schema: "plinth.addresses/v9", stacks: {} }),
    'environments/addresses/dev.json: expected plinth.addresses/v1: schema: Invalid input: expected "plinth.addresses/v1"',
  ],
  [
    "with what is no address",
    JSON.stringify({
      schema: "plinth.addresses/v1",
      stacks: { "dev-c01": { resources: {}, moved: [{ from: "${x}", to: "aws_a.b" }] } },
    }),
    "environments/addresses/dev.json: expected plinth.addresses/v1: stacks.dev-c01.moved.0.from: expected TYPE.NAME",
  ],
])("a ledger that is %s ends with 1, and is left alone", (_, text, message) => {
  put("environments/addresses/dev.json", text);
  const { code, stdout, stderr } = addresses("record");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
  expect(ledger()).toBe(text);
});

test.each([
  [["record", "--moved", "a"], "expected FROM=TO, two addresses"],
  [["record", "--gone", "aws_sqs_queue.x"], "--gone aws_sqs_queue.x: no stack asks"],
  [
    ["record", "--synth", "nowhere"],
    "--synth nowhere: expected synthesized stacks, found none; run npm start",
  ],
])("%j ends with 1 and says why", (args, message) => {
  const { code, stdout, stderr } = addresses(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
});

test("a stack that is half written is named", () => {
  put("cdktf.out/stacks/dev-c01/cdk.tf.json", '{"resource":');
  const { code, stderr } = addresses("check");
  expect(code).toBe(1);
  expect(stderr).toContain("cdktf.out/stacks/dev-c01/cdk.tf.json: expected a synthesized stack: ");
});
