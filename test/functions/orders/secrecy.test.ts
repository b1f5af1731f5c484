import fc from "fast-check";
import { readPush } from "../../../functions/orders/push";
import { awsSettings, googleSettings } from "../../../functions/orders/settings";
import { StoreError, type Store } from "../../../functions/orders/store/store";
import { delivery, event, order } from "./support/events";
import { MemoryStore, setUp } from "./support/memory";

const SECRET = "s3cr3t-4111111111111111";

/** A store whose errors quote what they were given, as those of real clients may. */
const talkative: Store = {
  putOnce: (record) => Promise.reject(new Error(`refused ${JSON.stringify(record)}`)),
};
const terse: Store = { putOnce: () => Promise.reject(new StoreError("TimeoutError")) };

const secretValue = fc.oneof(
  fc.constant(SECRET),
  fc.constant({ [SECRET]: SECRET }),
  fc.constant([SECRET]),
  fc.string().map((text) => text + SECRET),
);
const secretMembers = fc.dictionary(
  fc.oneof(
    fc.constantFrom("data", "data_base64", "subject", "time", "type", "specversion", "traceparent"),
    fc.constantFrom("datacontenttype", "dataschema", "cardnumber", SECRET, SECRET.replace("-", "")),
  ),
  secretValue,
  { minKeys: 1 },
);
const secretOrder = fc
  .dictionary(fc.constantFrom(...Object.keys(order(1)), "note", SECRET), secretValue, {
    minKeys: 1,
  })
  .map((members) => event(1, { data: { ...order(1), ...members } }));
const body = fc.oneof(
  secretMembers.map((members) => event(1, members)),
  secretOrder,
  fc.constant(SECRET),
  fc.constant(`{"id": "${SECRET}"`),
  fc.constant(JSON.stringify({ id: SECRET, source: SECRET })),
  fc.constant(JSON.stringify([SECRET])),
);

test("no payload reaches a log line, whatever is sent and however the store fails", async () => {
  await fc.assert(
    fc.asyncProperty(body, fc.constantFrom("well", "terse", "talkative"), async (text, kind) => {
      const store = { well: new MemoryStore(), terse, talkative }[kind];
      const { handle, lines } = setUp(store);
      await handle(delivery(text, 1));
      await handle(delivery(text, 3));
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(line).not.toContain(SECRET);
    }),
    { numRuns: 500 },
  );
});

test("a request that is no push is refused without quoting it", () => {
  const message = fc.dictionary(fc.constantFrom("data", "messageId", SECRET), secretValue);
  fc.assert(
    fc.property(fc.oneof(secretValue, fc.record({ message })), (request) => {
      const pushed = readPush(request, undefined);
      if ("problem" in pushed) expect(pushed.problem).not.toContain(SECRET);
    }),
  );
});

const NEEDED = "set them where the function is declared";

test("settings that are missing or wrong are named, and their values are not", () => {
  expect(() => awsSettings({})).toThrow(
    new Error(
      "environment of the function: missing or malformed: " +
        `MAX_RETRIES, SERVICE, ENVIRONMENT, STATE_TABLE, QUEUE_URL; ${NEEDED}`,
    ),
  );
  const google = {
    ...{ MAX_RETRIES: "0", SERVICE: "orders", ENVIRONMENT: "dev", STATE_DATABASE: "state" },
    ...{ STATE_COLLECTION: "orders", SUBSCRIPTION: SECRET },
  };
  expect(() => googleSettings(google)).toThrow(
    new Error(
      `environment of the function: missing or malformed: MAX_RETRIES, SUBSCRIPTION; ${NEEDED}`,
    ),
  );
});
