import { devGcp } from "../../../environments/dev-gcp";
import type { VirtualMachinesDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import { problemsOf } from "../../../model/settle";
import { settleVirtualMachines } from "../../../model/workloads/machines/defaults";
import { architectureOf } from "../../../model/workloads/machines/type_rules";
import { CRAWL, MACHINES, SEARCH } from "../../constructs/support/machines";

const { workload } = SEARCH;

const around = (declared: object, environment: Partial<AwsEnvironment> = {}): AwsEnvironment => ({
  ...MACHINES,
  ...environment,
  services: [{ ...SEARCH, workload: { ...workload, ...declared } as typeof workload }],
});

const problems = (declared: object, environment?: Partial<AwsEnvironment>): string[] =>
  problemsOf(around(declared, environment)).map(({ path, message }) => `${path}: ${message}`);

const settled = (declared: object = {}, environment?: Partial<AwsEnvironment>) => {
  const all = around(declared, environment);
  return settleVirtualMachines(all.services[0]?.workload as VirtualMachinesDeclaration, all);
};

const at = "search.workload";

test("silence means one or two small machines of arm64 at the price of the hour, that follow their CPU", () => {
  expect(settled()).toEqual({
    ...{ kind: "virtualMachines", boot: "machines/search/boot.sh", architecture: "arm64" },
    image: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
    ...{ types: ["t4g.small"], attributes: undefined, zones: undefined },
    purchase: { kind: "instances", base: 0, onDemandPercent: 100 },
    ...{ port: 8_080, protocol: "http", host: "search.dev.example.com", paths: [] },
    ...{ behindEdge: false, encrypted: false },
    health: {
      path: "/healthz",
      ...{ intervalSeconds: 10, timeoutSeconds: 5, healthyThreshold: 2, unhealthyThreshold: 3 },
    },
    sharing: {
      algorithm: "leastOutstanding",
      ...{ stickySeconds: undefined, slowStartSeconds: undefined, drainSeconds: 30 },
    },
    machines: { min: 1, max: 2 },
    scaling: { requestsPerTarget: undefined, cpuPercent: 60 },
    ...{ gracePeriodSeconds: 300, warmUpSeconds: 120 },
    refresh: { minHealthyPercent: 100, maxHealthyPercent: 150 },
    disk: { device: "/dev/xvda", sizeGiB: 20, iops: 3_000, throughput: 125 },
    ...{ volumes: [], snapshots: undefined, environment: {}, logRetentionDays: 30 },
  });
});

test("production keeps two at least, its logs and its copies longer", () => {
  const volumes = { data: { size: 10, device: "/dev/sdf" } };
  expect(settled({ volumes }, { stage: "production" })).toMatchObject({
    machines: { min: 2, max: 10 },
    snapshots: { time: "03:00", keepDays: 30 },
    logRetentionDays: 90,
  });
  expect(settled({ volumes })).toMatchObject({ snapshots: { time: "03:00", keepDays: 7 } });
  expect(settled({ volumes, snapshots: "none" }).snapshots).toBeUndefined();
});

test("what is declared wins over every default, and volumes are in the order of their names", () => {
  expect(settled(CRAWL.workload)).toMatchObject({
    ...{ image: "ami-0123456789abcdef0", port: 9_000, zones: ["a", "b"] },
    types: ["m7g.large", "m6g.large", "c7g.large"],
    purchase: { kind: "instances", base: 1, onDemandPercent: 25 },
    scaling: { requestsPerTarget: 600, cpuPercent: 50 },
    ...{ gracePeriodSeconds: 600, warmUpSeconds: 180 },
    refresh: { minHealthyPercent: 90, maxHealthyPercent: 110 },
    volumes: [
      { name: "index", device: "/dev/sdf", sizeGiB: 100, iops: 6_000, throughput: 500 },
      { name: "work", device: "/dev/sdg", sizeGiB: 50, iops: 3_000, throughput: 125 },
    ],
    snapshots: { time: "02:30", keepDays: 14 },
  });
});

test("each way to buy machines", () => {
  const bought = (purchase: unknown) => settled({ purchase }).purchase;
  expect(bought("spot")).toEqual({ kind: "instances", base: 0, onDemandPercent: 0 });
  expect(bought("reserved")).toEqual({ kind: "reserved", reservations: [] });
  const reservations = ["cr-0123456789abcdef0"];
  expect(bought({ reservations })).toEqual({ kind: "reserved", reservations });
  expect(bought({ onDemand: 30 })).toEqual({ kind: "instances", base: 0, onDemandPercent: 30 });
});

test.each(["t4g.small", "m7g.large", "c7gn.xlarge", "is4gen.large", "im4gn.large", "a1.large"])(
  "%s has processors of arm64",
  (type) => expect(architectureOf(type)).toBe("arm64"),
);

test.each(["t3.small", "m7i.large", "g5.xlarge", "c6in.large", "u7i-12tb.224xlarge"])(
  "%s has processors of x86_64",
  (type) => expect(architectureOf(type)).toBe("x86_64"),
);

const volume = { size: 10, device: "/dev/sdf" };

test.each<[string, object, string]>([
  [
    "a boot script outside of the repository",
    { boot: "../boot.sh" },
    `${at}.boot: expected a file of the repository, from its root and with forward slashes, such as machines/search/boot.sh, got "../boot.sh"`,
  ],
  [
    "an image that is none",
    { image: "al2023" },
    `${at}.image: expected the id of an image such as ami-0123456789abcdef0, or a public parameter of AWS such as /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64, got "al2023"`,
  ],
  [
    "a type that is none",
    { types: ["small"] },
    `${at}.types[0]: expected a type of EC2 such as t4g.small, got "small"`,
  ],
  [
    "a type with other processors",
    { types: ["t4g.small", "t3.small"] },
    `${at}.types: expected types with the processors of arm64, got "t3.small", which is x86_64; say \`architecture\`, and an image for it`,
  ],
  [
    "a type twice",
    { types: ["t4g.small", "t4g.small"] },
    `${at}.types: expected each name once, got "t4g.small" twice`,
  ],
  [
    "types and attributes",
    {
      types: ["t4g.small"],
      attributes: { cpus: { min: 1, max: 2 }, memory: { min: 512, max: 1_024 } },
    },
    `${at}.attributes: expected either \`types\` or \`attributes\`, which say the same in two ways, got both`,
  ],
  [
    "more CPUs at least than at most",
    { attributes: { cpus: { min: 4, max: 2 }, memory: { min: 512, max: 1_024 } } },
    `${at}.attributes.cpus.max: expected the min of 4 or more, got 2`,
  ],
  [
    "less memory at most than at least",
    { attributes: { cpus: { min: 1, max: 2 }, memory: { min: 2_048, max: 1_024 } } },
    `${at}.attributes.memory.max: expected the min of 2048 or more, got 1024`,
  ],
  [
    "spare capacity of one type alone",
    { purchase: "spot" },
    `${at}.purchase: expected two \`types\` or more, or \`attributes\`, with spare capacity: AWS takes back all of one type at once, got ["t4g.small"]`,
  ],
  [
    "reserved capacity of two types",
    { purchase: "reserved", types: ["m7g.large", "m6g.large"] },
    `${at}.purchase: expected one of \`types\`, which is what a reservation is of, got ["m7g.large","m6g.large"]`,
  ],
  [
    "a reservation twice",
    { purchase: { reservations: ["cr-01234567", "cr-01234567"] } },
    `${at}.purchase.reservations: expected each name once, got "cr-01234567" twice`,
  ],
  [
    "what is no way to buy machines",
    { purchase: "cheap" },
    `${at}.purchase: expected "onDemand" or "spot" or "reserved", got "cheap"`,
  ],
  [
    "more than all at the price of the hour",
    { purchase: { onDemand: 101 } },
    `${at}.purchase.onDemand: expected a whole number from 0 to 100, got 101`,
  ],
  [
    "a base of more machines than run at most",
    { purchase: { base: 3, onDemand: 0 }, types: ["m7g.large", "m6g.large"] },
    `${at}.purchase.base: expected at most the 2 machines that run at most, got 3`,
  ],
  [
    "a fixed number of machines",
    { machines: { min: 2, max: 2 } },
    `${at}.machines.max: expected more than the min of 2, or there is nothing to scale, got 2`,
  ],
  [
    "a zone that the network does not have",
    { zones: ["a", "d"] },
    `${at}.zones: expected zones of the network of dev-vm (a, b), got "d"`,
  ],
  ["a zone twice", { zones: ["a", "a"] }, `${at}.zones: expected each name once, got "a" twice`],
  [
    "a replacement that doubles more than there is",
    { refresh: { minHealthy: 50, maxHealthy: 200 } },
    `${at}.refresh.maxHealthy: expected at most 100 more than the \`minHealthy\` of 50, got 200`,
  ],
  [
    "more operations than so many GiB have",
    { disk: { size: 10, iops: 6_000 } },
    `${at}.disk.iops: expected at most 5000, which is 500 for each of 10 GiB, got 6000`,
  ],
  [
    "more MiB than so many operations carry",
    { disk: { throughput: 751 } },
    `${at}.disk.throughput: expected at most 750, which is a quarter of the 3000 operations a second, got 751`,
  ],
  [
    "a volume with more operations than it can have",
    { volumes: { data: { ...volume, iops: 5_001 } } },
    `${at}.volumes.data.iops: expected at most 5000, which is 500 for each of 10 GiB, got 5001`,
  ],
  [
    "two volumes at one device",
    { volumes: { data: volume, work: volume } },
    `${at}.volumes.work.device: expected a device of its own, got "/dev/sdf" twice`,
  ],
  [
    "a device that EBS keeps for others",
    { volumes: { data: { size: 10, device: "/dev/sda" } } },
    `${at}.volumes.data.device: expected a device from /dev/sdf to /dev/sdp, got "/dev/sda"`,
  ],
  [
    "a volume without a proper name",
    { volumes: { Data: volume } },
    `${at}.volumes.Data: expected a name of 1 to 30 lower-case letters, digits and dashes, starting with a letter, got "Data"`,
  ],
  [
    "copies of no volumes",
    { snapshots: { keep: "7d" } },
    `${at}.snapshots: expected nothing without \`volumes\`, of which snapshots are made, got {"keep":"7d"}`,
  ],
  [
    "a variable that Plinth sets",
    { environment: { LOG_GROUP: "x" } },
    `${at}.environment: expected no LOG_GROUP, which Plinth sets itself, got "x"`,
  ],
])("%s is a problem", (_, declared, expected) => {
  expect(problems(declared)).toEqual([expected]);
});

test("3000 operations a second are in the price of a volume of any size", () => {
  expect(problems({ volumes: { data: { size: 1, iops: 3_000, device: "/dev/sdf" } } })).toEqual([]);
});

test("what a load balancer alone could do is a problem without a host", () => {
  const end =
    "expected nothing, since without `host` no load balancer is in front of the service, got";
  const out = "; say its host, or leave this out";
  const declared = {
    ...{ host: undefined, port: 9_000, protocol: "http", gracePeriod: "1m" },
    scaling: { requestsPerTarget: 600 },
  };
  expect(problems(declared)).toEqual([
    `${at}.port: ${end} 9000${out}`,
    `${at}.protocol: ${end} "http"${out}`,
    `${at}.gracePeriod: ${end} "1m"${out}`,
    `${at}.scaling.requestsPerTarget: ${end} 600${out}`,
  ]);
});

test("a service of machines shares a host with others by paths alone", () => {
  const both = { ...MACHINES, services: [SEARCH, { ...SEARCH, name: "find" }] };
  expect(problemsOf(both)[0]).toEqual({
    path: `${at}.host`,
    message: 'expected a host of its own, or `paths`, got "search", of which find has every path',
  });
});

test("one machine or one zone alone is a problem in production", () => {
  const production = { stage: "production" } as const;
  expect(problems({ machines: { min: 1, max: 4 } }, production)).toEqual([
    `${at}.machines.min: expected 2 or more in production (dev-vm), so that the service outlives a machine and a zone, got 1`,
  ]);
  expect(problems({ zones: ["a"] }, production)).toEqual([
    `${at}.zones: expected two zones or more in production (dev-vm), so that the service outlives one, got ["a"]`,
  ]);
});

test("machines need a network with a private tier and a way out", () => {
  const { pool } = MACHINES.network;
  const alone = { host: undefined };
  expect(problems(alone, { network: undefined as never })).toEqual([
    `${at}.kind: expected \`network\` of the environment dev-vm, in whose private tier machines run, got "virtualMachines" alone`,
  ]);
  expect(problems(alone, { network: { pool, tiers: ["public"] } })).toEqual([
    `${at}.kind: expected the tier "private" in \`dev-vm.network.tiers\`, where machines run, got ["public"]`,
  ]);
  expect(problems(alone, { network: { pool } })).toEqual([
    `${at}.kind: expected a way out of the network, by which machines are managed and install what they run: \`dev-vm.network.nat\` of "single" or "perZone", got "none"`,
  ]);
});

test("an objective about requests needs a host", () => {
  const objective = {
    ...({ name: "answered", sli: "availability", target: 99.5, window: "30d" } as const),
    firstSteps: ["Look."],
  };
  const hostless = { kind: workload.kind, boot: workload.boot };
  const services = [{ ...SEARCH, workload: hostless, objectives: [objective] }];
  expect(problemsOf({ ...MACHINES, services })).toEqual([
    {
      path: "search.objectives[0].sli",
      message:
        'expected an objective of a service of machines with a `host`, whose requests the load balancer counts, got "availability"; declare `workload.host`',
    },
  ]);
});

test("on Google Cloud machines are a problem that says what is built", () => {
  expect(problemsOf({ ...devGcp, services: [SEARCH] })).toEqual([
    {
      path: `${at}.kind`,
      message:
        'expected "eventDriven" on Google Cloud (dev-gcp), where machines are not built yet (docs/clouds.md); list the service in environments on AWS only, got "virtualMachines"',
    },
  ]);
});
