import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withMoves } from "../../../constructs/ledger/moves";
import { record } from "../../../operations/addresses/record";
import { tell } from "../../../operations/addresses/text";

const page = readFileSync(join(__dirname, "../../../docs/addresses.md"), "utf8");
const block = (language: string) =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page)?.[1];

const stack = (name: string, physical: string) => ({
  stack: "dev-c01",
  json: { resource: { aws_sqs_queue: { [name]: { name: physical } } } },
});
const NOTHING = { moved: [], gone: [] };
const { ledger } = record({}, [stack("orders_events", "events")], NOTHING);

test("the block that docs/addresses.md shows is what a rename writes", () => {
  const { moved } = withMoves(stack("orders_intake", "events").json, ledger["dev-c01"]!);
  expect(JSON.parse(`{${block("json")}}`)).toEqual({ moved });
});

test("the question that docs/addresses.md shows is what is asked", () => {
  const { changes } = record(ledger, [stack("orders_intake", "intake")], NOTHING);
  expect(tell(changes)).toBe(block("text"));
});
