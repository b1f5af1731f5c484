import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import type { Construct } from "constructs";
import type { Project } from "../../../constructs/gcp/project";
import { googleStacks } from "../../../constructs/stacks/google_stacks";
import { PlatformStack } from "../../../constructs/stacks/platform_stack";
import type { Attributes, TerraformJson } from "../../../constructs/terraform_json";
import { App, GcsBackend } from "../../../constructs/tf";
import { managedAlerting } from "../../../dashboards/managed";
import { devGcp } from "../../../environments/dev-gcp";
import { orders } from "../../../environments/services/orders";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { GoogleEnvironment } from "../../../model/environment";
import { settle } from "../../../model/settle";

export const place: Project = {
  project: "example-plinth-dev",
  projectNumber: "123456789012",
  region: "us-central1",
};

export const agent = (domain: string): string =>
  `serviceAccount:service-123456789012@${domain}.iam.gserviceaccount.com`;

/** Of no bytes that matter: 64 digits, as `CodeAsset` has them. */
export const SHA256 = "0123456789abcdef".repeat(4);

/** Synthesizes as `npm start` does, into a folder of its own that is gone afterwards. */
export function synthesized<T>(build: (app: App) => T): T {
  const outdir = mkdtempSync(path.join(tmpdir(), "plinth-gcp-"));
  try {
    const app = new App({ outdir, stackTraces: false });
    const built = build(app);
    app.synth();
    return built;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** One construct alone in a stack of somebody's own. */
export function alone(build: (scope: Construct) => unknown): TerraformJson {
  return synthesized((app) => {
    const stack = new PlatformStack(app, "alone", { provider: "google" });
    new GoogleProvider(stack, "google", { project: place.project });
    new GcsBackend(stack, { bucket: "some-bucket", prefix: "alone" });
    build(stack);
    return stack;
  }).json;
}

const channel = (number: number): string =>
  `projects/${devGcp.project}/notificationChannels/${number}`;

/** An environment whose alerts Cloud Monitoring evaluates and sends. */
export const MANAGED: GoogleEnvironment = {
  ...devGcp,
  managedAlerting: { page: channel(1), ticket: channel(2) },
};

export function environmentOf(
  service: Partial<ServiceDeclaration> = {},
  environment: Partial<GoogleEnvironment> = {},
): GoogleEnvironment {
  return { ...devGcp, ...environment, services: [{ ...orders, ...service }] };
}

/** The stacks of an environment, by id. */
export function stacksOf(environment: GoogleEnvironment): Readonly<Record<string, TerraformJson>> {
  const settled = settle(environment);
  const stacks = synthesized((app) =>
    googleStacks(app, {
      environment: settled,
      watch: managedAlerting(settled),
      boot: () => "",
      code: ({ name }) => ({
        fileName: `assets/${name}-google.zip`,
        sha256Base64: Buffer.from(SHA256, "hex").toString("base64"),
        sha256Hex: SHA256,
      }),
    }),
  );
  return Object.fromEntries(stacks.map((stack) => [stack.id, stack.json]));
}

/** A resource as it was written, without cdktf's metadata. */
export function resource(json: TerraformJson, address: string): Attributes {
  const [type = "", name = ""] = address.split(".");
  const found = json.resource?.[type]?.[name];
  const known = resources(json).map((each) => each.address);
  if (found === undefined) throw new Error(`${address}: not among ${known.join(", ")}`);
  return Object.fromEntries(Object.entries(found).filter(([key]) => key !== "//"));
}

export interface Resource {
  readonly type: string;
  readonly address: string;
  readonly attributes: Attributes;
}

export function resources(json: TerraformJson): Resource[] {
  return Object.entries(json.resource ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, attributes]) => ({
      ...{ type, attributes, address: `${type}.${name}` },
    })),
  );
}

/** How many resources of each type a stack holds. */
export function countByType(json: TerraformJson): Readonly<Record<string, number>> {
  const counts = Object.entries(json.resource ?? {}).map(([type, byName]) => [
    type,
    Object.keys(byName).length,
  ]);
  return Object.fromEntries(counts);
}
