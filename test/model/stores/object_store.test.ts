import { prod } from "../../../environments/prod";
import { catalogImages } from "../../../environments/services/catalog-images";
import { orders } from "../../../environments/services/orders";
import { dev } from "../../../environments/dev";
import { objectStores } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import { changed, ofCatalogImages, settledCatalogImages } from "../fixtures";

const at = "catalog-images.stores.images";

const settled = (store: object, environment = dev) =>
  objectStores(
    settledCatalogImages({ "stores.other": { kind: "object", ...store } }, environment),
  )[1];

const problems = (store: object) =>
  messages({ kind: "object", ...store }).map((problem) => problem.replace(`${at}`, ""));

/** Of a service whose objectives ask nothing of the store. */
const messages = (store: object) =>
  problemsOf({
    ...dev,
    services: [changed({ ...catalogImages, objectives: [] }, "stores.images", store)],
  }).map(({ path, message }) => `${path}: ${message}`);

test("silence means objects that go by their own use, and come back for a month", () => {
  expect(settled({})).toEqual({
    kind: "object",
    name: "other",
    tier: "auto",
    transitions: [{ to: "auto", afterDays: 0 }],
    oldVersionDays: 30,
    expireDays: undefined,
    immutable: undefined,
    replica: undefined,
    events: true,
    deletionProtection: false,
    access: ["get", "put"],
  });
  expect(settled({}, prod)).toMatchObject({ deletionProtection: true });
});

test.each([
  ["hot", []],
  ["warm", ["warm 30"]],
  ["cold", ["warm 30", "cold 90"]],
  ["archive", ["warm 30", "cold 90", "archive 180"]],
])("objects of the tier %s go down so", (tier, expected) => {
  const went = settled({ tier })?.transitions.map(({ to, afterDays }) => `${to} ${afterDays}`);
  expect(went).toEqual(expected);
});

test("what is declared wins over every default", () => {
  const declared = {
    tier: "cold",
    after: { warm: "45d", cold: "120d" },
    oldVersions: "7d",
    expireAfter: "400d",
    immutable: { for: "365d", mode: "compliance" },
    events: false,
    deletionProtection: false,
  };
  expect(settled(declared, prod)).toMatchObject({
    transitions: [
      { to: "warm", afterDays: 45 },
      { to: "cold", afterDays: 120 },
    ],
    oldVersionDays: 7,
    expireDays: 400,
    immutable: { days: 365, mode: "compliance" },
    events: false,
    deletionProtection: false,
  });
  expect(settled({ immutable: { for: "1d" } })?.immutable).toEqual({ days: 1, mode: "governance" });
});

test("what a service's code calls is granted in the order of the verbs", () => {
  const store = { kind: "object", access: ["list", "get"] };
  const [service] = settle({ ...dev, services: [changed(orders, "stores.other", store)] }).services;
  expect(objectStores(service!)[0]?.access).toEqual(["get", "list"]);
});

test("a copy goes down as its store does, hides what is deleted, and is promised in production", () => {
  const store = { tier: "warm", after: { warm: "45d" }, replicate: { to: "eu-west-1" } };
  expect(settled(store)?.replica).toEqual({
    region: "eu-west-1",
    deletes: true,
    transitions: [{ to: "warm", afterDays: 45 }],
    timeControl: false,
  });
  expect(settled(store, prod)?.replica).toMatchObject({ timeControl: true });
});

test("what is declared of a copy wins over every default", () => {
  const replicate = { to: "eu-west-1", deletes: false, tier: "cold", timeControl: false };
  const after = { warm: "45d" };
  expect(settled({ tier: "warm", after, replicate }, prod)?.replica).toEqual({
    region: "eu-west-1",
    deletes: false,
    transitions: [
      { to: "warm", afterDays: 30 },
      { to: "cold", afterDays: 90 },
    ],
    timeControl: false,
  });
  expect(
    settled({ tier: "warm", after, replicate: { to: "eu-west-1", tier: "warm" } }),
  ).toMatchObject({ replica: { transitions: [{ to: "warm", afterDays: 45 }] } });
});

test.each([
  [{}, '.to: expected a region such as "us-west-2", got nothing'],
  [{ to: "Oregon" }, '.to: expected a region such as "us-west-2", got "Oregon"'],
  [{ to: "eu-west-1", deletes: "no" }, '.deletes: expected true or false, got "no"'],
  [{ to: "eu-west-1", timeControl: "15m" }, '.timeControl: expected true or false, got "15m"'],
  [
    { to: "us-east-1" },
    '.to: expected another region than the environment\'s (dev), with which a copy would be lost, got "us-east-1"',
  ],
  [
    { to: "us-gov-west-1" },
    '.to: expected a region that accounts of us-east-1 (dev) can be in, got "us-gov-west-1"',
  ],
  [
    { to: "cn-north-1" },
    '.to: expected a region that accounts of us-east-1 (dev) can be in, got "cn-north-1"',
  ],
])("a copy that is declared as %j says what is expected", (replicate, problem) => {
  expect(problems({ replicate })).toEqual([`.replicate${problem}`]);
});

test("objects of a copy that are deleted before their last class", () => {
  const replicate = { to: "eu-west-1", tier: "cold" };
  expect(problems({ expireAfter: "90d", replicate })).toEqual([
    '.replicate.tier: expected a tier whose objects go to their last class before the "90d" after which they are deleted (`expireAfter`), got "cold", whose objects go to cold after "90d"',
  ]);
  expect(problems({ expireAfter: "91d", replicate })).toEqual([]);
});

test.each([
  [
    { tier: "hottest" },
    '.tier: expected "hot" or "warm" or "cold" or "archive" or "auto", got "hottest"',
  ],
  [
    { oldVersions: "0d" },
    '.oldVersions: expected a number of days from "1d" to "36500d", got "0d"',
  ],
  [
    { oldVersions: "36h" },
    '.oldVersions: expected a number of days from "1d" to "36500d", got "36h"',
  ],
  [{ expireAfter: 30 }, '.expireAfter: expected a number of days from "1d" to "36500d", got 30'],
  [
    { tier: "warm", after: { warm: "36501d" } },
    '.after.warm: expected a number of days from "1d" to "36500d", got "36501d"',
  ],
  [
    { immutable: {} },
    '.immutable.for: expected a number of days from "1d" to "36500d", got nothing',
  ],
  [
    { immutable: { for: "1d", mode: "x" } },
    '.immutable.mode: expected "governance" or "compliance", got "x"',
  ],
  [{ events: "yes" }, '.events: expected true or false, got "yes"'],
  [
    { access: ["get", "get"] },
    '.access: expected a list of one or more of "get", "put", "delete", "list", each once, got ["get","get"]',
  ],
  [{ deletionProtection: 1 }, ".deletionProtection: expected true or false, got 1"],
])("%j says what is expected", (store, problem) => {
  expect(problems(store)).toEqual([problem]);
});

test.each([
  [
    { after: { warm: "30d" } },
    '.after.warm: expected nothing of the tier "auto", whose objects go down to no such class, got "30d"',
  ],
  [
    { tier: "warm", after: { cold: "90d" } },
    '.after.cold: expected warm of the tier "warm", whose objects go down to no such class, got "90d"',
  ],
  [
    { tier: "warm", after: { warm: "29d" } },
    '.after.warm: expected at least "30d", which S3 asks of objects before it keeps them for seldom use, got "29d"',
  ],
  [
    { tier: "cold", after: { warm: "61d" } },
    '.after.cold: expected at least "91d", 30 days after warm, which S3 bills for as long, got "90d"',
  ],
  [
    { tier: "warm", expireAfter: "30d" },
    '.expireAfter: expected more than the "30d" after which objects go to warm, or none ever does, got "30d"',
  ],
  [
    { expireAfter: "10d", immutable: { for: "11d" } },
    '.expireAfter: expected at least the "11d" for which nobody can delete them (`immutable`), got "10d"',
  ],
  [
    { immutable: { for: "1d", mode: "compliance" } },
    '.immutable.mode: expected "governance" in an environment of development (dev), which is removed one day: what is kept by "compliance" nobody can delete, got "compliance"',
  ],
])("%j means something else to S3", (store, problem) => {
  expect(problems(store)).toEqual([problem]);
});

test("a store of a kind that there is not", () => {
  expect(ofCatalogImages("stores.images.kind", "sql")).toEqual([
    'catalog-images.stores.images.kind: expected "keyValue" or "object" or "relational" or "cache" or "file", got "sql"',
  ]);
  expect(ofCatalogImages("stores.images", "sql")).toEqual([
    'catalog-images.stores.images: expected an object, got "sql"',
  ]);
});

test("an archive is billed for 90 days of the class before it", () => {
  const archive = { kind: "object", tier: "archive", after: { archive: "179d" } };
  expect(ofCatalogImages("stores.tapes", archive)).toEqual([
    'catalog-images.stores.tapes.after.archive: expected at least "180d", 90 days after cold, which S3 bills for as long, got "179d"',
  ]);
});

test("a name that makes the bucket's too long", () => {
  const name = "pictures-of-all-seasons";
  const stores = { [name]: { kind: "object" } };
  const workload = changed(catalogImages.workload, "store", name);
  const none = { stores, workload, objectives: [] };
  const service = { ...catalogImages, name: "catalog-images-old-1", ...none };
  expect(problemsOf({ ...dev, services: [service as typeof catalogImages] })).toEqual([
    {
      path: `catalog-images-old-1.stores.${name}`,
      message: `expected a name that is 2 characters shorter, since its bucket would be called dev-c01-catalog-images-old-1-${name}-123456789012 and a bucket's name has at most 63, got "${name}"`,
    },
  ]);
});

test("a name that makes the bucket of the copy too long", () => {
  const name = "seasons-of-all-images";
  const replicate = { to: "us-west-2" };
  expect(ofCatalogImages(`stores.${name}`, { kind: "object", replicate })).toEqual([
    `catalog-images.stores.${name}: expected a name that is 2 characters shorter, since its bucket would be called dev-c01-catalog-images-${name}-123456789012-replica and a bucket's name has at most 63, got "${name}"`,
  ]);
});

test("a processor may keep objects beside its records", () => {
  const services = [changed(orders, "stores.receipts", { kind: "object" })];
  expect(problemsOf({ ...dev, services })).toEqual([]);
});
