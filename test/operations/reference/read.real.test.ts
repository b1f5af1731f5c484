import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Documented, Member } from "../../../operations/reference/read";

const ROOT = join(__dirname, "../../..");
const SAMPLE = join(ROOT, "test/fixtures/docstrings");

/** Jest cannot load a module of the newer kind, which TypeDoc is: a process of its own does. */
function readSample(): Documented[] {
  const folder = mkdtempSync(join(ROOT, "node_modules/.docstrings-"));
  const outfile = join(folder, "read.js");
  try {
    buildSync({
      entryPoints: [join(ROOT, "operations/reference/read.ts")],
      ...{ outfile, bundle: true, platform: "node", format: "cjs", external: ["typedoc"] },
    });
    const program = `require(${JSON.stringify(outfile)}).readDocstrings(${JSON.stringify(SAMPLE)}, ["lamp.ts"])
      .then((all) => process.stdout.write(JSON.stringify(all)))`;
    return JSON.parse(execFileSync(process.execPath, ["-e", program], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const colour: Member = {
  name: "colour",
  type: '"red" | "green"',
  optional: false,
  summary: "Its colour.",
  byDefault: undefined,
  see: [],
};

const shines: Member = {
  name: "shines",
  type: "Duration",
  optional: true,
  summary: "How long it shines, as `Duration` says.",
  byDefault: '"5s" (as most do)',
  see: ["https://example.com/lamps"],
};

describe("docstrings, as TypeDoc reads them", () => {
  const all = new Map(readSample().map((one) => [one.name, one]));

  test("a class has a sentence, what it takes and what it gives, without what is private", () => {
    const lamp = all.get("Lamp");
    expect(lamp?.file).toBe("lamp.ts");
    expect(lamp?.summary).toBe("A lamp that shines.");
    expect(lamp?.props).toEqual([colour, shines]);
    expect(lamp?.members.map(({ name }) => name)).toEqual(["on", "scope", "id", "name"]);
  });

  test("a type that is several things at once has the properties of all of them", () => {
    expect(all.get("LampProps")?.members).toEqual([colour, shines]);
  });

  test("an interface has its properties and takes nothing", () => {
    expect(all.get("LampBase")).toEqual(expect.objectContaining({ members: [colour], props: [] }));
  });
});
