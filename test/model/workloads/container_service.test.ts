import { devGcp } from "../../../environments/dev-gcp";
import type { AwsEnvironment } from "../../../model/environment";
import type { ContainerServiceDeclaration } from "../../../model/declaration";
import { problemsOf } from "../../../model/settle";
import { CONTAINED, SHOP_SERVICE } from "../../constructs/support/synth";
import { settleContainerService } from "../../../model/workloads/containers/defaults";
import { changed } from "../fixtures";

const { workload } = SHOP_SERVICE;

const around = (declared: object, environment: Partial<AwsEnvironment> = {}): AwsEnvironment => ({
  ...CONTAINED,
  ...environment,
  services: [{ ...SHOP_SERVICE, workload: { ...workload, ...declared } as typeof workload }],
});

const problems = (declared: object, environment?: Partial<AwsEnvironment>): string[] =>
  problemsOf(around(declared, environment))
    .map(({ path, message }) => `${path}: ${message}`)
    .filter((line) => !line.includes(UNBALANCED));

const settled = (declared: object = {}, environment?: Partial<AwsEnvironment>) => {
  const [service] = around(declared, environment).services;
  return settleContainerService(
    service?.workload as ContainerServiceDeclaration,
    SHOP_SERVICE.name,
    around(declared, environment),
  );
};

const UNBALANCED = "since without `host` no load balancer is in front of the service";

const CERTIFICATE =
  "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";

const at = "basket.workload";

test("silence means the smallest task of arm64 on spare capacity, one or two of them, that follow their CPU", () => {
  expect(settled()).toEqual({
    kind: "containerService",
    ...{ image: "1.4.2", port: 8_080, protocol: "http", architecture: "arm64" },
    ...{ cpuUnits: 256, memoryMiB: 512, host: undefined, paths: [], behindEdge: false },
    health: {
      path: "/healthz",
      ...{ intervalSeconds: 10, timeoutSeconds: 5, healthyThreshold: 2, unhealthyThreshold: 3 },
    },
    sharing: {
      algorithm: "leastOutstanding",
      ...{ stickySeconds: undefined, slowStartSeconds: undefined, drainSeconds: 30 },
    },
    tasks: { min: 1, max: 2 },
    scaling: {
      ...{ requestsPerTarget: undefined, cpuPercent: 60, latencyMilliseconds: undefined },
      ...{ backlog: undefined, scaleInCooldownSeconds: 300, scaleOutCooldownSeconds: 60 },
    },
    ...{ gracePeriodSeconds: 60, stopTimeoutSeconds: 30, spotPercent: 100 },
    ...{ environment: {}, user: "1000:1000", connect: "basket", logRetentionDays: 30 },
    encrypted: false,
  });
});

test("production keeps two at least, on capacity that lasts, and its logs longer", () => {
  expect(settled({}, { stage: "production" })).toMatchObject({
    tasks: { min: 2, max: 10 },
    spotPercent: 0,
    logRetentionDays: 90,
  });
});

test("what is declared wins over every default, and CPU is not followed where something else is", () => {
  const declared = {
    ...{ image: `sha256:${"ab".repeat(32)}`, port: 9_000, cpu: 2, memory: 5_120 },
    ...{ architecture: "x86_64", host: "baskets", paths: ["/baskets/*"] },
    protocol: "grpc",
    health: { path: "/grpc.health.v1.Health/Check", interval: "30s", timeout: "3s", healthy: 4 },
    sharing: { slowStart: "60s", sticky: "1h", drain: "0s" },
    tasks: { min: 3, max: 30 },
    scaling: { requestsPerTarget: 600, latency: "800ms", scaleInCooldown: "10m" },
    ...{ gracePeriod: "2m", stopTimeout: "120s", spot: 50, user: "10" },
    ...{ environment: { CURRENCY: "EUR" }, connect: "cart", logRetention: "7d" },
  };
  expect(settled(declared)).toMatchObject({
    ...{ image: declared.image, port: 9_000, cpuUnits: 2_048, memoryMiB: 5_120 },
    ...{ architecture: "x86_64", host: "baskets.dev.example.com", paths: ["/baskets/*"] },
    protocol: "grpc",
    health: { intervalSeconds: 30, timeoutSeconds: 3, healthyThreshold: 4 },
    sharing: { algorithm: "roundRobin", slowStartSeconds: 60, stickySeconds: 3_600 },
    tasks: { min: 3, max: 30 },
    scaling: { requestsPerTarget: 600, cpuPercent: undefined, latencyMilliseconds: 800 },
    ...{ gracePeriodSeconds: 120, stopTimeoutSeconds: 120, spotPercent: 50, user: "10" },
    ...{ environment: { CURRENCY: "EUR" }, connect: "cart", logRetentionDays: 7 },
  });
});

test.each([
  [0.25, 2_048],
  [0.5, 4_096],
  [1, 8_192],
  [4, 30_720],
  [8, 61_440],
  [16, 122_880],
])("Fargate runs %d of a CPU with %d MiB", (cpu, memory) => {
  expect(problems({ cpu, memory })).toEqual([]);
});

test.each([
  [0.25, 1_536, "512, 1024, 2048 MiB"],
  [0.5, 512, "1024 to 4096 MiB in steps of 1024"],
  [1, 8_193, "2048 to 8192 MiB in steps of 1024"],
  [8, 17_408, "16384 to 61440 MiB in steps of 4096"],
])("%d of a CPU with %d MiB is a problem that says what fits", (cpu, memory, fits) => {
  expect(problems({ cpu, memory })).toEqual([
    `${at}.memory: expected ${fits}, which is what Fargate runs with ${cpu} of a CPU, got ${memory}`,
  ]);
});

test.each<[string, object, string]>([
  [
    "an image that names no version",
    { image: "latest" },
    `${at}.image: expected a tag such as 1.4.2 (not latest, which names no version), or a digest: sha256: and 64 hexadecimal digits, got "latest"`,
  ],
  [
    "a port that only root may listen at",
    { port: 80 },
    `${at}.port: expected a whole number from 1024 to 65535, got 80`,
  ],
  [
    "root",
    { user: "0" },
    `${at}.user: expected the number of a user, and of a group after a colon, such as "1000:1000"; not 0, which is root, got "0"`,
  ],
  [
    "a host and five paths, which are six values of a rule",
    { host: "shop", paths: ["/a", "/b", "/c", "/d", "/e"] },
    `${at}.paths: expected 1 to 4 paths, got 5`,
  ],
  ["a path twice", { paths: ["/a", "/a"] }, `${at}.paths: expected each once, got "/a" twice`],
  [
    "more wildcards than a rule takes",
    { paths: ["/*/*/*", "/?/*/*/*"] },
    `${at}.paths: expected at most 6 of * and ? together, which is what a rule of a load balancer takes, got 7`,
  ],
  [
    "a path that no service of gRPC has",
    { protocol: "grpc", health: { path: "/healthz" } },
    `${at}.health.path: expected a method such as /grpc.health.v1.Health/Check of a service of gRPC, got "/healthz"`,
  ],
  [
    "an answer that may take longer than the time between two questions",
    { health: { interval: "5s" } },
    `${at}.health.timeout: expected less than the interval of "5s", got "5s"`,
  ],
  [
    "a slow start by an algorithm that knows none",
    { sharing: { slowStart: "60s", algorithm: "weightedRandom" } },
    `${at}.sharing.slowStart: expected nothing with the algorithm "weightedRandom", since a load balancer starts tasks slowly in turn ("roundRobin") alone, got "60s"`,
  ],
  [
    "a fixed number of tasks",
    { tasks: { min: 2, max: 2 } },
    `${at}.tasks.max: expected more than the min of 2, or there is nothing to scale, got 2`,
  ],
  [
    "a variable that Plinth sets",
    { environment: { PORT: "1" } },
    `${at}.environment: expected no PORT, which Plinth sets itself, got "1"`,
  ],
  [
    "a variable's name that no shell takes",
    { environment: { "a-b": "1" } },
    `${at}.environment.a-b: expected a name of upper-case letters, digits and underscores, got "a-b"`,
  ],
])("%s is a problem", (_, declared, expected) => {
  expect(problems(declared)).toEqual([expected]);
});

test("what a load balancer alone could do is a problem without a host", () => {
  const declared = {
    ...{ paths: ["/a"], health: { path: "/up" }, gracePeriod: "30s" },
    ...{ sharing: { sticky: "1h" }, scaling: { requestsPerTarget: 600, latency: "1s" } },
  };
  const end = "; say its host, or leave this out";
  const said = (environment: AwsEnvironment) =>
    problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);
  expect(said(around(declared))).toEqual([
    `${at}.paths: expected nothing, ${UNBALANCED}, got ["/a"]${end}`,
    `${at}.health: expected nothing, ${UNBALANCED}, got {"path":"/up"}${end}`,
    `${at}.sharing: expected nothing, ${UNBALANCED}, got {"sticky":"1h"}${end}`,
    `${at}.gracePeriod: expected nothing, ${UNBALANCED}, got "30s"${end}`,
    `${at}.scaling.requestsPerTarget: expected nothing, ${UNBALANCED}, got 600${end}`,
    `${at}.scaling.latency: expected nothing, ${UNBALANCED}, got "1s"${end}`,
  ]);
  expect(said(around({ ...declared, host: "shop" }))).toEqual([]);
});

test("a host needs a zone, and a public tier for the balancer", () => {
  const { pool } = CONTAINED.network;
  const edge = { domain: "dev.example.com", certificate: CERTIFICATE };
  expect(problems({ host: "shop" }, { dns: undefined as never, edge })).toEqual([
    `${at}.host: expected \`dns\` of the environment dev-box, in whose zone the host's certificate is proved and its record stands, got "shop" alone`,
  ]);
  expect(
    problems(
      { host: "shop" },
      { network: { pool, tiers: ["private"], endpoints: ["images", "logs"] } },
    ),
  ).toEqual([
    `${at}.host: expected the tier "public" in \`dev-box.network.tiers\`, where the load balancer stands, got ["private"]`,
  ]);
});

describe("two services of one host", () => {
  const both = (one: object, other: object) =>
    problemsOf({
      ...CONTAINED,
      services: [
        { ...SHOP_SERVICE, workload: { ...workload, host: "shop", ...one } as typeof workload },
        {
          ...{ ...SHOP_SERVICE, name: "rates" },
          workload: { ...workload, host: "shop", ...other } as typeof workload,
        },
      ],
    }).map(({ path, message }) => `${path}: ${message}`);

  test("share it by paths, of which one may have the rest", () => {
    expect(both({ paths: ["/a/*"] }, { paths: ["/b/*"] })).toEqual([]);
    expect(both({ paths: ["/a/*"] }, {})).toEqual([]);
  });

  test("cannot both have every path, or the same", () => {
    expect(both({}, {})[0]).toBe(
      `${at}.host: expected a host of its own, or \`paths\`, got "shop", of which rates has every path`,
    );
    expect(both({ paths: ["/a/*", "/b"] }, { paths: ["/b"] })[0]).toBe(
      `${at}.host: expected paths of its own at "shop", got "/b", which rates has`,
    );
  });
});

test("one task alone is a problem in production", () => {
  expect(problems({ tasks: { min: 1, max: 4 } }, { stage: "production" })).toEqual([
    `${at}.tasks.min: expected 2 or more in production (dev-box), so that the service outlives a task and a zone, got 1`,
  ]);
});

test("two services that are found by one name are a problem", () => {
  const path = "services.1.workload.connect";
  const taken = changed(CONTAINED as AwsEnvironment, path, "basket");
  expect(problemsOf(taken)).toEqual([
    {
      path: "basket.workload.connect",
      message: 'expected a name of its own, got "basket", by which rates is found',
    },
    {
      path: "rates.workload.connect",
      message: 'expected a name of its own, got "basket", by which basket is found',
    },
  ]);
});

test("containers need a network with a private tier and a way to their images and logs", () => {
  const { pool } = CONTAINED.network;
  expect(problems({}, { network: undefined as never })).toEqual([
    `${at}.kind: expected \`network\` of the environment dev-box, in whose private tier containers run, got "containerService" alone`,
  ]);
  expect(problems({}, { network: { pool, tiers: ["public"] } })).toEqual([
    `${at}.kind: expected the tier "private" in \`dev-box.network.tiers\`, where containers run, got ["public"]`,
  ]);
  expect(problems({}, { network: { pool, endpoints: ["images"] } })).toEqual([
    `${at}.kind: expected a way to images and logs: \`dev-box.network.nat\` of "single" or "perZone", or "logs" in \`dev-box.network.endpoints\`, got neither`,
  ]);
  expect(problems({}, { network: { pool, endpoints: ["images", "logs"] } })).toEqual([]);
  expect(problems({}, { network: { pool, nat: "perZone" } })).toEqual([]);
});

const AUTHORITY = "certificate-authority/12345678-1234-1234-1234-123456789012";

test("with a private authority services speak TLS", () => {
  const privateCa = `arn:aws:acm-pca:us-east-1:123456789012:${AUTHORITY}`;
  expect(problems({}, { privateCa })).toEqual([]);
  expect(settled({}, { privateCa }).encrypted).toBe(true);
});

test.each<[string, Partial<AwsEnvironment>, string]>([
  [
    "one that issues for the public",
    { privateCa: CERTIFICATE },
    `expected the ARN of a private certificate authority, got "${CERTIFICATE.slice(0, 56)}...`,
  ],
  [
    "one of another region",
    { privateCa: `arn:aws:acm-pca:eu-west-1:123456789012:${AUTHORITY}` },
    `expected an authority in us-east-1, where the services of dev-box run, got "arn:aws:acm-pca:eu-west-1:123456789012:certificate-autho...`,
  ],
])("%s is a problem", (_, environment, message) => {
  expect(problems({}, environment)).toEqual([`dev-box.privateCa: ${message}`]);
});

test("an authority that no service asks is a problem", () => {
  const privateCa = `arn:aws:acm-pca:us-east-1:123456789012:${AUTHORITY}`;
  expect(problemsOf({ ...CONTAINED, privateCa, services: [] })).toEqual([
    {
      path: "dev-box.privateCa",
      message:
        "expected a service of containers in dev-box, whose talk alone it encrypts, got none; leave it out",
    },
  ]);
});

test("on Google Cloud a container service is a problem that says what is built", () => {
  expect(problemsOf({ ...devGcp, services: [SHOP_SERVICE] })).toEqual([
    {
      path: `${at}.kind`,
      message:
        'expected "eventDriven" on Google Cloud (dev-gcp), where container services are not built yet (docs/clouds.md); list the service in environments on AWS only, got "containerService"',
    },
  ]);
});
