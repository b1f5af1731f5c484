import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environments } from "../../environments";
import { settle } from "../../model/settle";
import { bundleServices, codeKey } from "../../operations/functions";

const root = join(__dirname, "../..");
jest.setTimeout(60_000);

const services = environments.flatMap((environment) => settle(environment).services);

test("each folder is bundled once a cloud, however many environments run it", async () => {
  const bundles = await bundleServices(root, services);
  expect([...bundles.keys()].sort()).toEqual([
    codeKey("functions/orders", "aws"),
    codeKey("functions/orders", "google"),
    codeKey("functions/storefront", "aws"),
  ]);
  for (const { bundle } of bundles.values()) expect(bundle.files["index.js"]).toBeDefined();
});

test("a folder without an adapter for a cloud is said so", async () => {
  const empty = mkdtempSync(join(tmpdir(), "plinth-code-"));
  mkdirSync(join(empty, "functions/orders"), { recursive: true });
  writeFileSync(join(empty, "functions/orders/aws.ts"), "export const handler = 1;\n");
  const orders = services.filter(({ name }) => name === "orders");
  await expect(bundleServices(empty, orders)).rejects.toThrow(
    "functions/orders/google.ts: expected the adapter that runs functions/orders on Google Cloud; add it, or correct `workload.code`",
  );
});
