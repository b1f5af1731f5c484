import { catalogImages } from "../../../environments/services/catalog-images";
import type { AwsEnvironment, EnvironmentDeclaration } from "../../../model/environment";
import { dailySpan, meet, weeklySpan } from "../../../model/stores/windows";
import { problemsOf, settle } from "../../../model/settle";
import { devGcp } from "../../../environments/dev-gcp";
import { DATA_SERVICE, WITH_DATA } from "../../constructs/support/data";
import { changed } from "../fixtures";

const messages = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

/** The problems of a service that keeps relations and a cache, with one of its fields changed. */
const of = (path: string, to: unknown, environment: AwsEnvironment = WITH_DATA): string[] =>
  messages({ ...environment, services: [changed(DATA_SERVICE, path, to)] });

const production: AwsEnvironment = { ...WITH_DATA, stage: "production" };

const storesIn = (environment: EnvironmentDeclaration, stores: object) =>
  settle({ ...environment, services: [{ ...DATA_SERVICE, stores: stores as never }] }).services[0]!
    .stores;

const BARE = {
  baskets: { kind: "relational", engine: "postgresql" },
  sessions: { kind: "cache", engine: "valkey" },
};

test("stores in a network are taken as declared", () => {
  expect(messages(WITH_DATA)).toEqual([]);
});

test("in development both cost little, and the database pauses", () => {
  expect(storesIn(WITH_DATA, BARE)).toEqual([
    {
      ...{ kind: "relational", name: "baskets", version: "17", database: "baskets" },
      ...{ capacity: { min: 0, max: 2 }, readers: 0, backupRetentionDays: 7 },
      ...{ backupWindow: "03:00-04:00", maintenanceWindow: "sun:05:00-sun:06:00" },
      ...{ deletionProtection: false, finalSnapshot: false, logRetentionDays: 30 },
      ...{ backup: true, access: ["connect"] },
    },
    {
      ...{ kind: "cache", name: "sessions", version: "8", zones: ["a", "b"] },
      ...{ storageGb: 1, ecpuPerSecond: 1_000, snapshots: undefined },
      ...{ deletionProtection: false, access: ["connect"] },
    },
  ]);
});

test("in production both outlive a zone and a mistake", () => {
  const sessions = { ...BARE.sessions, zones: ["b", "c", "a"] };
  expect(storesIn(production, { ...BARE, sessions })).toMatchObject([
    {
      ...{ capacity: { min: 0.5, max: 4 }, readers: 1, backupRetentionDays: 35 },
      ...{ deletionProtection: true, finalSnapshot: true },
    },
    {
      ...{ zones: ["b", "c", "a"], storageGb: 10, ecpuPerSecond: 10_000 },
      ...{ snapshots: { retentionDays: 7, time: "03:00" }, deletionProtection: true },
    },
  ]);
});

test("a zone that joins the network is none of a cache's that said nothing", () => {
  const { network } = WITH_DATA;
  const zonesOf = (...zones: ("a" | "b" | "c")[]) =>
    storesIn({ ...WITH_DATA, network: { ...network, zones } }, BARE)[1];
  expect(zonesOf("a", "b", "c")).toEqual(zonesOf("a", "b"));
});

describe("bounds", () => {
  const units = (least: number) =>
    `expected a number of capacity units from ${least} to 256, in steps of 0.5, got`;
  const window = 'expected a time of each week in UTC such as "sun:05:00-sun:06:00", got';
  test.each([
    ["baskets.engine", "mysql", 'expected "postgresql", got "mysql"'],
    ["baskets.version", "15", 'expected "16" or "17", got "15"'],
    [
      "baskets.database",
      "Baskets",
      'expected 1 to 63 lower-case letters, digits and underscores, starting with a letter, got "Baskets"',
    ],
    [
      "baskets.database",
      "template1",
      'expected a name that no database has before (postgres, rdsadmin, template0, template1), got "template1"',
    ],
    ["baskets.readers", 16, "expected a whole number from 0 to 15, got 16"],
    ["baskets.backupRetention", "36d", 'expected a number of days from "1d" to "35d", got "36d"'],
    [
      "baskets.backupWindow",
      "3-4",
      'expected a time of each day in UTC such as "03:00-04:00", got "3-4"',
    ],
    [
      "baskets.backupWindow",
      "03:00-03:29",
      'expected 30 minutes or more, got "03:00-03:29", which has 29',
    ],
    ["baskets.maintenanceWindow", "sun:24:00-sun:25:00", `${window} "sun:24:00-sun:25:00"`],
    [
      "baskets.maintenanceWindow",
      "sun:23:50-mon:00:10",
      'expected 30 minutes or more, got "sun:23:50-mon:00:10", which has 20',
    ],
    [
      "baskets.maintenanceWindow",
      "tue:03:30-tue:04:30",
      'expected a time outside of the backup window "03:00-04:00", got "tue:03:30-tue:04:30"',
    ],
    ["sessions.engine", "redis", 'expected "valkey", got "redis"'],
    ["sessions.version", "6", 'expected "7" or "8", got "6"'],
    ["sessions.limits.storageGb.max", 5_001, "expected a whole number from 1 to 5000, got 5001"],
    [
      "sessions.limits.ecpuPerSecond.max",
      999,
      "expected a whole number from 1000 to 15000000, got 999",
    ],
    [
      "sessions.snapshots",
      { retention: "7d", time: "25:00" },
      'expected a time of day in UTC such as "03:00", got "25:00"',
      ".time",
    ],
    [
      "sessions.snapshots",
      { retention: "36d" },
      'expected a number of days from "1d" to "35d", got "36d"',
      ".retention",
    ],
    ["baskets.zones", ["a"], "expected two zones or more, as AWS takes them, got 1"],
    ["baskets.zones", ["b", "b"], 'expected each name once, got "b" twice'],
    ["baskets.zones", ["a", "f"], 'expected zones of the network of dev-data (a, b), got "f"'],
    ["sessions.zones", ["a"], "expected two or three zones, as AWS takes them, got 1"],
    ["sessions.zones", ["a", "a"], 'expected each name once, got "a" twice'],
    ["sessions.zones", ["a", "f"], 'expected zones of the network of dev-data (a, b), got "f"'],
  ])("%s: %j", (path, to, message, field = "") => {
    expect(of(`stores.${path}`, to)).toEqual([`shop.stores.${path}${field}: ${message}`]);
  });

  test.each([
    [{ min: 0.25, max: 2 }, "min", `${units(0)} 0.25`],
    [{ min: 0, max: 256.5 }, "max", `${units(1)} 256.5`],
    [{ min: 0, max: 0.5 }, "max", `${units(1)} 0.5`],
    [{ min: 4, max: 2 }, "min", "expected at most the largest capacity of 2, got 4"],
  ])("of capacity: %j", (to, field, message) => {
    expect(of("stores.baskets.capacity", to)).toEqual([
      `shop.stores.baskets.capacity.${field}: ${message}`,
    ]);
  });
});

test("a database of production never pauses", () => {
  expect(of("stores.baskets.capacity", { min: 0, max: 2 }, production)).toEqual([
    "shop.stores.baskets.capacity.min: expected 0.5 or more in production (dev-data): at 0 the database pauses, and who comes next waits until it runs, got 0",
  ]);
});

test("a cache of production writes its zones down", () => {
  expect(of("stores.sessions.zones", undefined, production)).toEqual([
    'shop.stores.sessions.zones: expected the zones that it stands in, in production (dev-data): AWS replaces a cache whose zones change, so they are written down; such as ["a", "b"], got nothing',
  ]);
});

describe("where they stand", () => {
  const homeless = changed(WITH_DATA, "network", undefined);

  test("in a network", () => {
    expect(messages(homeless)).toEqual([
      'shop.stores.baskets: expected a network in dev-data, where it stands; declare `network` in the environment, got "relational" without one',
      'shop.stores.sessions: expected a network in dev-data, where it stands; declare `network` in the environment, got "cache" without one',
    ]);
  });

  test.each([
    [["public", "private"], "isolated"],
    [["public", "isolated"], "private"],
  ] as const)("which has more than the tiers %j", (tiers, lacking) => {
    const network = { ...WITH_DATA.network, tiers, endpoints: [], nat: "none" } as const;
    expect(messages({ ...WITH_DATA, network })).toEqual(
      ["baskets", "sessions"].map(
        (store) =>
          `shop.stores.${store}: expected the ${lacking} tier in the network of dev-data; add "${lacking}" to its tiers, got ${tiers.join(", ")}`,
      ),
    );
  });

  test("which has two zones or more", () => {
    const network = { ...WITH_DATA.network, zones: ["a"] } as const;
    expect(messages({ ...WITH_DATA, network })).toContain(
      "shop.stores.baskets: expected a network of two zones or more in dev-data, which AWS asks for; add one to its zones, got a",
    );
  });

  test("not on Google Cloud yet", () => {
    const { baskets, sessions } = DATA_SERVICE.stores;
    const stores = { baskets, sessions };
    expect(messages({ ...devGcp, services: [{ ...DATA_SERVICE, stores }] })).toEqual(
      expect.arrayContaining([
        'shop.stores.baskets.kind: expected "keyValue" on Google Cloud (dev-gcp), where relational stores are not built yet (docs/clouds.md); list the service in environments on AWS only, got "relational"',
        'shop.stores.sessions.kind: expected "keyValue" on Google Cloud (dev-gcp), where caches are not built yet (docs/clouds.md); list the service in environments on AWS only, got "cache"',
      ]),
    );
  });

  test("not beside content delivery, which runs no code", () => {
    const stores = { ...catalogImages.stores, sessions: DATA_SERVICE.stores.sessions };
    expect(messages({ ...WITH_DATA, services: [{ ...catalogImages, stores }] })).toEqual([
      'catalog-images.stores.sessions.kind: expected "object" or "keyValue" where a service runs no code (contentDelivery), which nobody would connect from, got "cache"',
    ]);
  });
});

test("names have the length that AWS takes", () => {
  const long = "sessions-of-all-our-customers";
  const stores = { ...DATA_SERVICE.stores, [long]: DATA_SERVICE.stores.sessions };
  expect(messages({ ...WITH_DATA, services: [{ ...DATA_SERVICE, stores }] })).toEqual([
    `shop.stores.${long}: expected a name that is 7 characters shorter, since it would be called dev-data-c01-shop-${long} and has at most 40, got "${long}"`,
  ]);
});

test.each([
  ["sun:05:00-sun:06:00", "03:00-04:00", false],
  ["sun:03:59-sun:05:00", "03:00-04:00", true],
  ["sun:23:30-mon:00:30", "00:00-01:00", true],
  ["sun:23:30-mon:00:30", "00:30-01:00", false],
  ["mon:00:00-mon:01:00", "23:30-00:30", true],
  ["mon:22:00-tue:22:00", "21:00-21:30", true],
])("%s and %s each day meet: %s", (weekly, daily, expected) => {
  expect(meet(weeklySpan(weekly), dailySpan(daily))).toBe(expected);
});
