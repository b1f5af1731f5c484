import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import type { CodeAsset, CodeOf, CodePart } from "../../../constructs/code_asset";
import { PlatformStack } from "../../../constructs/stacks/platform_stack";
import { LockedS3Backend } from "../../../constructs/stacks/s3_backend";
import { synthesize, type SynthesizedStack } from "../../../constructs/synth";
import type { Attributes, TerraformJson } from "../../../constructs/terraform_json";
import { App } from "../../../constructs/tf";
import { managedAlerting } from "../../../dashboards/managed";
import { dev } from "../../../environments/dev";
import { prod } from "../../../environments/prod";
import { catalogImages } from "../../../environments/services/catalog-images";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { Contracts } from "../../../model/contracts/contracts";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { EnvironmentDeclaration } from "../../../model/environment";
import type { SourceLines } from "../../../model/service";
import { settle } from "../../../model/settle";

export const LOCATION = { account: "123456789012", region: "us-east-1" } as const;

export const CODE: CodeAsset = {
  fileName: "assets/orders-aws.zip",
  sha256Base64: "LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=",
  sha256Hex: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
};

/** What machines run when they first start. */
export const BOOT = '#!/bin/bash\necho "${SERVICE} on ${PORT}" %{x}\n';

export const codeOf: CodeOf = (service, part) => ({
  ...CODE,
  fileName: `assets/${[service.name, ...suffixOf(part)].join("-")}-${service.cloud}.zip`,
});

function suffixOf(part: CodePart | undefined): string[] {
  if (part === undefined) return [];
  return part === "outbox" ? [part] : [part.rotates, "rotation"];
}

export const AWS_ENVIRONMENTS = [dev, prod] as const;

const topic = (name: string): string => `arn:aws:sns:${dev.region}:${dev.account}:${name}`;

/** An environment whose rules AWS runs. */
export const MANAGED = {
  ...dev,
  name: "dev-amp",
  managedAlerting: { page: topic("page"), ticket: topic("ticket"), watchdog: topic("watchdog") },
} as const;

/** An environment with all that guards what it costs. */
export const COSTED = {
  ...dev,
  name: "dev-cost",
  cost: {
    ...{ monthly: 200, spent: [50, 80, 100], scope: "environment" },
    notify: { emails: ["costs@example.com", "owner@example.com"], topic: true },
  },
} as const satisfies EnvironmentDeclaration;

/** An environment that hands out pictures near its users, in a zone that it makes. */
export const DELIVERED = {
  ...dev,
  name: "dev-cdn",
  dns: { zone: "dev.example.com" },
  services: [catalogImages],
} as const satisfies EnvironmentDeclaration;

/** An environment with all that a network can have, and with services that need none. */
export const NETWORKED = {
  ...dev,
  name: "dev-net",
  services: [orders, storefront, catalogImages],
  network: {
    pool: "10.32.0.0/16",
    ...{ nat: "single", ipv6: true },
    endpoints: ["images", "queues"],
  },
} as const satisfies EnvironmentDeclaration;

/** A container service that says only what has no default. */
export const SHOP_SERVICE = {
  name: "basket",
  description: "Keeps what a customer is about to buy.",
  owner: { team: "shop", contact: "#team-shop" },
  costCenter: "cc-shop",
  workload: { kind: "containerService", image: "1.4.2" },
  stores: { carts: { kind: "keyValue", partitionKey: "id" } },
  dependsOn: [],
  traffic: { averagePerSecond: 5, peakPerSecond: 50 },
  objectives: [],
} as const satisfies ServiceDeclaration;

/** An environment in which containers run, one of which asks the other. */
export const CONTAINED = {
  ...NETWORKED,
  name: "dev-box",
  dns: { zone: "dev.example.com", id: "Z0123456789DEVELOPING" },
  services: [
    {
      ...SHOP_SERVICE,
      workload: {
        ...SHOP_SERVICE.workload,
        ...{ host: "shop", paths: ["/basket/*"], sharing: { sticky: "1h" } },
        scaling: { requestsPerTarget: 1_000, latency: "300ms" },
      },
    },
    {
      ...SHOP_SERVICE,
      name: "rates",
      workload: {
        ...SHOP_SERVICE.workload,
        ...{ cpu: 0.5, spot: 60, user: "2000", architecture: "x86_64" },
        image: `sha256:${"0f".repeat(32)}`,
        environment: { CURRENCY: "EUR" },
        scaling: { cpu: 50, backlog: { queue: "dev-box-c01-orders-events", perTask: 20 } },
      },
      stores: {},
      dependsOn: ["basket"],
    },
  ],
} as const satisfies EnvironmentDeclaration;

/** The same, whose services speak TLS with one another, and one of which asks a foundation model. */
export const ENCRYPTED = {
  ...CONTAINED,
  name: "dev-tls",
  privateCa:
    "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/12345678-1234-1234-1234-123456789012",
  services: [
    {
      ...CONTAINED.services[0],
      models: {
        writer: {
          id: "anthropic.claude-3-haiku-20240307-v1:0",
          across: { geography: "us", regions: ["us-east-1", "us-west-2"] },
          guardrail: { id: "a1b2c3d4e5f6", version: 4 },
        },
      },
    },
    CONTAINED.services[1],
  ],
} as const satisfies EnvironmentDeclaration;

/** A site whose pages are kept near users, and whose containers answer there alone. */
export const SITE = {
  name: "site",
  description: "Shows the shop.",
  owner: { team: "shop", contact: "#team-shop" },
  costCenter: "cc-shop",
  workload: {
    kind: "contentDelivery",
    store: "pages",
    origin: { service: "basket", paths: ["/api/*"] },
    cache: { never: ["/drafts/*"] },
    edge: {
      viewerRequest: { code: "functions/edge/pages.js", paths: ["/drafts/*", "/guide/*"] },
      viewerResponse: { code: "functions/edge/hashed.js" },
      originResponse: { code: "functions/edge/missing.ts" },
    },
  },
  stores: { pages: { kind: "object" } },
  dependsOn: [],
  traffic: { averagePerSecond: 5, peakPerSecond: 50 },
  objectives: [],
} as const satisfies ServiceDeclaration;

/** An environment in which containers are reached by CloudFront alone. */
export const FRONTED = {
  ...NETWORKED,
  name: "dev-front",
  dns: { zone: "dev.example.com", id: "Z0123456789DEVELOPING" },
  services: [
    {
      ...SHOP_SERVICE,
      workload: { ...SHOP_SERVICE.workload, host: "shop" },
      stores: {},
    },
    SITE,
  ],
} as const satisfies EnvironmentDeclaration;

/** The zip of a module that runs behind the caches. */
export const edgeBundle = (file: string): CodeAsset => ({
  ...CODE,
  fileName: `assets/${file.replace(/\.ts$/, "").replaceAll("/", "-")}.zip`,
});

/** As `main.ts` reads it. */
export const edgeCode = (file: string): string =>
  readFileSync(join(__dirname, "../../..", file), "utf8");

/** Gives a folder that is gone afterwards. */
export function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "plinth-constructs-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is written for these environments. */
export function synthesizeAll(
  environments: readonly EnvironmentDeclaration[] = AWS_ENVIRONMENTS,
  sources: Readonly<Record<string, SourceLines>> = {},
  contracts: Contracts = {},
): SynthesizedStack[] {
  return inFolder((outdir) =>
    synthesize({
      environments: environments.map((environment) => settle(environment, sources, contracts)),
      code: codeOf,
      ...{ edgeCode, edgeBundle },
      boot: () => BOOT,
      watch: managedAlerting,
      outdir,
    }),
  );
}

/** The stack of an environment's one cell. */
export const cellOf = (
  ...[environment, sources, contracts]: Parameters<typeof settle>
): SynthesizedStack =>
  synthesizeAll([environment], sources, contracts).find(
    ({ id }) => id === `${environment.name}-c01`,
  )!;

/** What one stack says that holds what `build` makes; written by `app.synth()`, as everything that ships. */
export function synthesizeOne(build: (stack: PlatformStack) => void): TerraformJson {
  return inFolder((outdir) => {
    const app = new App({ outdir });
    const stack = awsTestStack(app, "test-c01");
    build(stack);
    app.synth();
    return stack.json;
  });
}

export function awsTestStack(scope: Construct, id: string): PlatformStack {
  const stack = new PlatformStack(scope, id, { provider: "aws" });
  new AwsProvider(stack, "aws", { region: LOCATION.region });
  new LockedS3Backend(stack, {
    bucket: "example-state",
    key: `${id}/terraform.tfstate`,
    region: LOCATION.region,
  });
  return stack;
}

/** A resource's arguments without metadata. */
export function resource(json: TerraformJson, address: string): Attributes {
  const [type = "", name = ""] = address.split(".");
  const found = json.resource?.[type]?.[name];
  if (found === undefined) throw new Error(`${address} is not in the stack`);
  return Object.fromEntries(Object.entries(found).filter(([key]) => key !== "//"));
}

/** A policy's statements. */
export function statements(policy: unknown): Attributes[] {
  return (JSON.parse(String(policy)) as { Statement: Attributes[] }).Statement;
}

/** What a resource's metadata say of its origin. */
export function origin(json: TerraformJson, address: string): unknown {
  const [type = "", name = ""] = address.split(".");
  const notes = json.resource?.[type]?.[name]?.["//"] as { metadata: Attributes } | undefined;
  return notes?.metadata.plinth;
}
