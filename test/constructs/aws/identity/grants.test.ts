import type { Grantee } from "../../../../constructs/aws/identity/grantee";
import { QueueGrants } from "../../../../constructs/aws/identity/queue_grants";
import { TableGrants } from "../../../../constructs/aws/identity/table_grants";
import type { Grant } from "../../../../constructs/aws/policy";
import { STORE_VERBS, type StoreVerb } from "../../../../model/store_access";
import { actionsOf, type KnownCommand } from "../../support/actions";
import { LOCATION } from "../../support/synth";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/k";
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:q";
const TABLE = "arn:aws:dynamodb:us-east-1:123456789012:table/t";

const table = new TableGrants({ tableArn: TABLE, encryptionKeyArn: KEY, location: LOCATION });
const INDEXES = ["a", "b"].map((name) => `${TABLE}/index/${name}`);
const indexed = new TableGrants({
  ...{ tableArn: TABLE, encryptionKeyArn: KEY, location: LOCATION },
  indexArns: INDEXES,
});
const queue = new QueueGrants({ queueArn: QUEUE, encryptionKeyArn: KEY, location: LOCATION });

function granted(give: (grantee: Grantee) => void): readonly Grant[] {
  const grants: Grant[] = [];
  give({ allow: (...more) => void grants.push(...more) });
  return grants;
}

const READ_KEY = ["kms:Decrypt", "kms:DescribeKey"];
const WRITE_KEY = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

interface Verb {
  readonly calls: readonly KnownCommand[];
  readonly key: readonly string[];
}

const TABLE_VERBS: Readonly<Record<Exclude<StoreVerb, "check">, Verb>> = {
  get: { calls: ["GetItemCommand", "TransactGetItemsCommand"], key: READ_KEY },
  batchGet: { calls: ["BatchGetItemCommand"], key: READ_KEY },
  query: { calls: ["QueryCommand"], key: READ_KEY },
  scan: { calls: ["ScanCommand"], key: READ_KEY },
  put: { calls: ["PutItemCommand"], key: WRITE_KEY },
  update: { calls: ["UpdateItemCommand"], key: WRITE_KEY },
  delete: { calls: ["DeleteItemCommand"], key: WRITE_KEY },
  batchWrite: { calls: ["BatchWriteItemCommand"], key: WRITE_KEY },
};

const verbs = Object.entries(TABLE_VERBS) as [Exclude<StoreVerb, "check">, Verb][];

const TRANSACTION = ["check", "put", "update", "delete"] as const;

interface Case extends Verb {
  readonly name: string;
  readonly give: (grantee: Grantee) => void;
  readonly on: string;
}

const CASES: readonly Case[] = [
  ...verbs.map(([verb, expected]) => ({
    ...{ name: `table, ${verb}`, on: TABLE, ...expected },
    give: (to: Grantee) => table.only([verb], to),
  })),
  { name: "table, read", on: TABLE, ...TABLE_VERBS.get, give: (to) => table.read(to) },
  { name: "table, write", on: TABLE, ...TABLE_VERBS.put, give: (to) => table.write(to) },
  {
    ...{ name: "table, readWrite", on: TABLE, give: (to) => table.readWrite(to) },
    ...{ calls: ["GetItemCommand", "PutItemCommand"], key: WRITE_KEY },
  },
  {
    ...{ name: "table, a transaction", on: TABLE, give: (to) => table.only(TRANSACTION, to) },
    ...{ calls: ["TransactWriteItemsCommand"], key: WRITE_KEY },
  },
  {
    ...{ name: "queue, send", on: QUEUE, give: (to) => queue.send(to) },
    calls: ["SendMessageCommand", "SendMessageBatchCommand"],
    key: ["kms:Decrypt", "kms:GenerateDataKey"],
  },
  {
    ...{ name: "queue, consume", on: QUEUE, give: (to) => queue.consume(to) },
    calls: [
      "ReceiveMessageCommand",
      "DeleteMessageCommand",
      "DeleteMessageBatchCommand",
      "GetQueueAttributesCommand",
    ],
    key: ["kms:Decrypt"],
  },
];

test("every verb of a store is in the table", () => {
  expect([...verbs.map(([verb]) => verb), "check"].sort()).toEqual([...STORE_VERBS].sort());
});

describe.each(CASES)("$name", ({ give, on: arn, calls, key }) => {
  const grants = granted(give);
  const onResource = grants.filter(({ resources }) => resources.includes(arn));
  const onKey = grants.filter(({ resources }) => resources.includes(KEY));

  test("grants the actions that its calls need, and no other", () => {
    expect(onResource.flatMap(({ actions }) => actions).sort()).toEqual(actionsOf(calls));
  });

  test("grants the key's actions through the service alone", () => {
    expect(onKey.map(({ actions }) => actions)).toEqual([key]);
    const service = arn.split(":")[2];
    const via = `${service}.us-east-1.amazonaws.com`;
    expect(onKey[0]?.conditions).toEqual({ StringEquals: { "kms:ViaService": via } });
  });

  test("names what it grants on: nothing else, and no wildcard", () => {
    expect(grants).toHaveLength(onResource.length + onKey.length);
    expect(grants.flatMap(({ resources }) => resources).sort()).toEqual([KEY, arn].sort());
    expect(JSON.stringify(grants)).not.toContain("*");
  });
});

test("a transaction's check of an item is one action", () => {
  expect(granted((to) => table.only(["check"], to))[0]?.actions).toEqual([
    "dynamodb:ConditionCheckItem",
  ]);
});

describe("of a table with indexes", () => {
  const onIndexes = (...verbs: StoreVerb[]) =>
    granted((to) => indexed.only(verbs, to)).filter(
      ({ resources }) => !resources.includes(TABLE) && !resources.includes(KEY),
    );

  test.each<[StoreVerb[], string, readonly KnownCommand[]]>([
    [["query"], "QueryIndexes", ["QueryCommand"]],
    [["scan"], "ScanIndexes", ["ScanCommand"]],
    [["put", "scan", "query", "get"], "QueryScanIndexes", ["QueryCommand", "ScanCommand"]],
  ])("%j asks each of them by its name", (verbs, sid, calls) => {
    expect(onIndexes(...verbs)).toEqual([{ sid, actions: actionsOf(calls), resources: INDEXES }]);
  });

  test("nothing else is asked of one", () => {
    expect(onIndexes("get", "batchGet", "check", "put", "update", "delete", "batchWrite")).toEqual(
      [],
    );
  });

  test("the table is asked as without them", () => {
    const onTable = (of: TableGrants) =>
      granted((to) => of.only(["query", "put"], to)).filter(({ sid }) => !sid.endsWith("Indexes"));
    expect(onTable(indexed)).toEqual(onTable(table));
  });
});
