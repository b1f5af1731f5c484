import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../orders/support/bundles";

const folder = join(ROOT, "functions/checkout");
const lines = readFileSync(join(folder, "Dockerfile"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const of = (instruction: string) =>
  lines
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1));

/** What is copied from the build context, without where to. */
const sources = of("COPY")
  .filter((copy) => !copy.startsWith("--from"))
  .flatMap((copy) => copy.split(" ").slice(0, -1));

describe("the image", () => {
  test("is made of files that there are", () => {
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
    expect(of("COPY").at(-1)).toBe("--from=build /src/functions/checkout/dist/server.cjs ./");
  });

  test("is made with every workspace's manifest, which npm compares with the lock file", () => {
    const workspaces = readdirSync(join(ROOT, "functions"))
      .map((name) => `functions/${name}/package.json`)
      .filter((manifest) => existsSync(join(ROOT, manifest)));
    expect(sources.filter((source) => source.endsWith("/package.json"))).toEqual(workspaces.sort());
  });

  test("is sent what it is made of, and nothing else", () => {
    const [first, ...rest] = readFileSync(join(folder, "Dockerfile.dockerignore"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    expect(first).toBe("*");
    const sent = rest.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
    const needed = sources.map((source) =>
      source
        .replace(/^functions\/[a-z-]+\/package\.json$/, "functions/*/package.json")
        .replace(/\/$/, ""),
    );
    expect(sent.sort()).toEqual([...new Set(needed)].sort());
  });

  test("stands on one release of Node, on which it is built too", () => {
    const images = of("FROM").map((from) => from.replace(/^--platform=\S+ /, "").split(" ")[0]);
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(/\/node:\d+\.\d+\.\d+-[a-z]+-slim$/);
  });

  test("runs as a user who is not root, and starts without a shell", () => {
    expect(of("USER")).toEqual(["1000:1000"]);
    expect([...of("ENTRYPOINT"), ...of("CMD")]).toEqual(['["node"]', '["server.cjs"]']);
  });
});
