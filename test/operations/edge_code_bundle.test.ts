import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dev } from "../../environments/dev";
import { catalogImages } from "../../environments/services/catalog-images";
import { settle } from "../../model/settle";
import { bundleOriginFunctions, sizeProblem } from "../../operations/edge_code/bundle";
import { CodeAssets } from "../../operations/code";
import { repositoryRoot } from "../../operations/repository";
import { changed } from "../model/fixtures";

const declared = (code: string) =>
  settle({
    ...dev,
    services: [changed(catalogImages, "workload.edge", { originResponse: { code } })],
  });

describe("modules that run behind caches", () => {
  const root = mkdtempSync(join(tmpdir(), "plinth-edge-bundle-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const told = async (code: string): Promise<string> => {
    const { services } = declared(code);
    return bundleOriginFunctions(root, [...services, ...services]).then(
      () => "nothing",
      (error: Error) => error.message,
    );
  };
  const at = "catalog-images.workload.edge.originResponse.code";

  test("are zips beside the edge's stack, called by their paths", async () => {
    const settled = declared("functions/edge/missing.ts");
    const code = await CodeAssets.bundle(repositoryRoot, [settled]);
    expect(code.behindCache("functions/edge/missing.ts").fileName).toBe(
      "assets/functions-edge-missing.zip",
    );
    const bundles = await bundleOriginFunctions(repositoryRoot, settled.services);
    const index = bundles.get("functions/edge/missing.ts")?.files["index.js"];
    expect(Buffer.from(index ?? []).toString()).toContain("There is nothing here.");
  });

  test("that there are not are problems where they are named, once", async () => {
    expect(await told("none.ts")).toBe(
      `${at}: expected a module of the repository, got "none.ts", which is none`,
    );
  });

  test("that export no handler say what they export", async () => {
    mkdirSync(join(root, "functions"));
    writeFileSync(join(root, "functions/other.ts"), "export const b = 1;\nexport const a = 2;\n");
    writeFileSync(join(root, "functions/nothing.ts"), "console.log(1);\n");
    const expected = "expected a module that exports `handler`, which CloudFront calls, got";
    expect(await told("functions/other.ts")).toBe(
      `${at}: ${expected} "a", "b" (functions/other.ts)`,
    );
    expect(await told("functions/nothing.ts")).toBe(
      `${at}: ${expected} no export (functions/nothing.ts)`,
    );
  });

  test("that do not bundle say why", async () => {
    writeFileSync(join(root, "functions/broken.ts"), 'import "./gone";\n');
    expect(await told("functions/broken.ts")).toMatch(
      `${at}: expected a module that can be bundled: functions/broken.ts: cannot bundle:`,
    );
  });

  test("that are too large say by how much", () => {
    const most = 50 * 1_048_576;
    expect(sizeProblem(most, "a.ts")).toBeUndefined();
    expect(sizeProblem(most + 200_000, "a.ts")).toBe(
      "expected a zip of at most 50 MB, which is what Lambda@Edge takes, got 50.2 MB (a.ts); import less",
    );
  });
});
