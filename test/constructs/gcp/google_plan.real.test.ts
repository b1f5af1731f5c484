import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cliConfig, googleProvider, toolPath } from "../../../tools/find";
import { judge } from "../../../policies/gate";
import { countResources, type TerraformJson } from "../../../constructs/terraform_json";
import { changed } from "../../model/fixtures";
import { MANAGED, resources, stacksOf } from "./support";

/**
 * Real tools with a real Google provider and no network: a token that nobody checks, and a local
 * backend, each in an override file of a copy. Where no mirror or registry has the provider that the
 * stacks pin, a build of 7.0.1 stands in for it, and the tests' names say so.
 */
const provider = googleProvider();
const PINNED = "6.50.0";
const shown =
  provider.version === PINNED
    ? `provider ${PINNED}`
    : `provider ${provider.version} in place of the pinned ${PINNED}`;

interface Change {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly change: { readonly actions: readonly string[]; readonly after: Record<string, unknown> };
}

interface Plan {
  readonly complete?: boolean;
  readonly errored?: boolean;
  readonly resource_changes: readonly Change[];
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A copy of a stack that plans offline. */
function copyOf(json: TerraformJson): string {
  const folder = mkdtempSync(path.join(tmpdir(), "plinth-gcp-plan-"));
  folders.push(folder);
  const google = { source: provider.source, version: provider.version };
  const override = {
    terraform: { backend: { local: {} }, required_providers: { google } },
  };
  writeFileSync(path.join(folder, "cdk.tf.json"), JSON.stringify(json));
  writeFileSync(path.join(folder, "offline_override.tf.json"), JSON.stringify(override));
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "assets", "orders-google.zip"), "not read before apply");
  return folder;
}

function planned(tool: "terraform" | "tofu", json: TerraformJson) {
  const cwd = copyOf(json);
  const { env } = cliConfig(tool);
  const run = (...args: string[]) =>
    execFileSync(toolPath(tool), args, {
      cwd,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env, GOOGLE_OAUTH_ACCESS_TOKEN: "fake" },
    });
  run("init", "-input=false", "-no-color");
  const validity = JSON.parse(run("validate", "-json")) as { valid: boolean; diagnostics: unknown };
  run("plan", "-input=false", "-no-color", "-out=plan");
  const text = run("show", "-json", "plan");
  return { validity, plan: JSON.parse(text) as Plan, text };
}

/** The gate on a plan, joined with the stack that it is a plan of. */
const judged = (text: string, json: TerraformJson) =>
  judge([{ name: "plan.json", bytes: Buffer.from(text) }], {
    now: new Date(0),
    env: "dev-gcp",
    synth: [{ name: "cdk.tf.json", bytes: Buffer.from(JSON.stringify(json)) }],
  });

/** With documents in an order, which Firestore does not index by itself. */
const stacks = stacksOf({
  ...MANAGED,
  services: MANAGED.services.map((service) =>
    changed(service, "stores.state.sortKey", { name: "part", type: "number" }),
  ),
});
const cases = (["terraform", "tofu"] as const).flatMap((tool) =>
  Object.keys(stacks).map((stack) => [tool, stack] as const),
);

describe(`with the ${shown}`, () => {
  test.each(cases)(
    "%s validates and plans %s offline",
    async (tool, stack) => {
      const json = stacks[stack]!;
      const { validity, plan, text } = planned(tool, json);
      expect(validity).toMatchObject({ valid: true, diagnostics: [] });
      const managed = plan.resource_changes.filter(({ mode }) => mode === "managed");
      expect(plan.errored ?? false).toBe(false);
      expect(managed).toHaveLength(countResources(json));
      expect(managed.map(({ address }) => address).sort()).toEqual(
        resources(json)
          .map(({ address }) => address)
          .sort(),
      );
      for (const { change } of managed) expect(change.actions).toEqual(["create"]);
      for (const { address, change } of managed.filter(({ change }) => change.after.labels)) {
        // Nothing adds to the labels behind our back: the provider's own label is switched off.
        expect([address, change.after.effective_labels]).toEqual([address, change.after.labels]);
      }
      const verdict = await judged(text, json);
      expect(verdict.findings).toEqual([]);
      expect(verdict.verdict).toBe("pass");
    },
    240_000,
  );
});
