import type { ServiceDeclaration } from "../../../model/declaration";
import type { EnvironmentDeclaration } from "../../../model/environment";
import type { SynthesizedStack } from "../../../constructs/synth";
import type { Attributes, TerraformJson } from "../../../constructs/terraform_json";
import { withNetwork } from "./offline_network";
import { cellOf, NETWORKED } from "./synth";

/** A service of machines that says only what has no default, and a host. */
export const SEARCH = {
  name: "search",
  description: "Finds what a customer looks for.",
  owner: { team: "shop", contact: "#team-shop" },
  costCenter: "cc-shop",
  workload: { kind: "virtualMachines", boot: "machines/search/boot.sh", host: "search" },
  stores: {},
  dependsOn: [],
  traffic: { averagePerSecond: 5, peakPerSecond: 50 },
  objectives: [],
} as const satisfies ServiceDeclaration;

const IMAGE = "ami-0123456789abcdef0";

/** All that machines may have: spare capacity, disks that are copied, stores of each kind. */
export const CRAWL = {
  ...SEARCH,
  name: "crawl",
  workload: {
    ...{ kind: "virtualMachines", boot: "machines/crawl/boot.sh", image: IMAGE },
    ...{ host: "search", paths: ["/crawl/*"], sharing: { sticky: "1h" }, port: 9_000 },
    ...{ types: ["m7g.large", "m6g.large", "c7g.large"], zones: ["a", "b"] },
    purchase: { base: 1, onDemand: 25 },
    machines: { min: 2, max: 6 },
    scaling: { requestsPerTarget: 600, cpu: 50 },
    ...{ gracePeriod: "10m", warmUp: "3m" },
    refresh: { minHealthy: 90, maxHealthy: 110 },
    disk: { size: 30 },
    volumes: {
      index: { size: 100, iops: 6_000, throughput: 500, device: "/dev/sdf" },
      work: { size: 50, device: "/dev/sdg" },
    },
    snapshots: { time: "02:30", keep: "14d" },
    environment: { DEPTH: "3", SAID: 'it\'s "$x"' },
  },
  stores: {
    pages: { kind: "object", access: ["get", "put"] },
    seen: { kind: "keyValue", partitionKey: "url" },
    found: { kind: "relational", engine: "postgresql" },
    hot: { kind: "cache", engine: "valkey", zones: ["a", "b"] },
  },
} as const satisfies ServiceDeclaration;

/** Machines that nobody sends requests, of whatever type has what they need, and of a reservation. */
export const FOLD = {
  ...SEARCH,
  name: "fold",
  workload: {
    ...{ kind: "virtualMachines", boot: "machines/fold/boot.sh", image: IMAGE },
    ...{ architecture: "x86_64", purchase: "spot" },
    attributes: { cpus: { min: 2, max: 4 }, memory: { min: 4_096, max: 16_384 } },
  },
} as const satisfies ServiceDeclaration;

export const HELD = {
  ...SEARCH,
  name: "held",
  workload: {
    ...{ kind: "virtualMachines", boot: "machines/held/boot.sh", image: IMAGE },
    ...{ types: ["m7g.large"], purchase: { reservations: ["cr-0123456789abcdef0"] } },
  },
} as const satisfies ServiceDeclaration;

/** An environment in which machines run. */
export const MACHINES = {
  ...NETWORKED,
  name: "dev-vm",
  dns: { zone: "dev.example.com", id: "Z0123456789DEVELOPING" },
  services: [SEARCH, CRAWL, FOLD, HELD],
} as const satisfies EnvironmentDeclaration;

const READ = "data.aws_ssm_parameter.search_image.insecure_value";

/** The cell, with ids in place of what a plan would ask AWS for. */
export function machineCell(declared: EnvironmentDeclaration = MACHINES): SynthesizedStack {
  const stack = cellOf(declared);
  const text = JSON.stringify(stack.json).replaceAll(READ, "local.image");
  const json = JSON.parse(text) as TerraformJson & {
    data: { aws_ssm_parameter: Record<string, Attributes> };
  };
  delete json.data.aws_ssm_parameter["search_image"];
  const known = withNetwork(json) as TerraformJson & { locals: Attributes };
  return {
    ...stack,
    json: { ...known, locals: { ...known.locals, image: IMAGE } } as TerraformJson,
  };
}
