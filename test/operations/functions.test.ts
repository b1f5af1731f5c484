import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environments } from "../../environments";
import { settle } from "../../model/settle";
import { OUTBOXED, SHOP } from "../constructs/support/events";
import { CodeAssets } from "../../operations/code";
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

test("what carries events out of an outbox is bundled beside the service's own code", async () => {
  const environment = settle(OUTBOXED);
  const shop = environment.services.find(({ name }) => name === "shop")!;
  const code = await CodeAssets.bundle(root, [environment]);
  expect(code.of(shop).fileName).toBe("assets/shop-aws.zip");
  expect(code.of(shop, "outbox").fileName).toBe("assets/shop-outbox-aws.zip");
  expect(code.of(shop, "outbox").sha256Hex).not.toBe(code.of(shop).sha256Hex);
});

test("what carries them is asked for where it is declared", async () => {
  const { services: all } = settle({
    ...OUTBOXED,
    services: [{ ...SHOP, outbox: { code: "functions/saga" } }],
  });
  await expect(bundleServices(root, all)).rejects.toThrow(
    "functions/saga/aws.ts: expected the adapter that runs functions/saga on AWS; add it, or correct `outbox.code`",
  );
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
