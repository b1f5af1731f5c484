import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";

const root = join(__dirname, "..");

/** The table of docs/design.md: what each room may import, from the house and from outside. */
const ROOMS: Readonly<Record<string, { rooms: readonly string[]; packages: readonly RegExp[] }>> = {
  environments: { rooms: ["model"], packages: [] },
  model: { rooms: [], packages: [/^zod$/, /^decimal\.js$/, /^node:crypto$/] }, // digests
  constructs: {
    rooms: ["model"],
    packages: [
      /^cdktf(\/|$)/,
      /^constructs$/,
      /^@cdktf\/provider-(aws|google)\/lib\/[a-z0-9-]+$/,
      /^node:crypto$/, // digests
    ],
  },
  dashboards: {
    rooms: ["model"],
    packages: [
      /^node:path$/,
      /^yaml$/,
      /^decimal\.js$/,
      /^@grafana\/grafana-foundation-sdk\/[a-z]+$/,
    ],
  },
  policies: {
    rooms: [],
    // The Wasm and its manifest ship beside the driver, which reads them and nothing else.
    packages: [/^@open-policy-agent\/opa-wasm$/, /^node:(buffer|crypto|fs|path)$/],
  },
  functions: { rooms: [], packages: [/.*/] },
  operations: {
    rooms: ["model", "constructs", "dashboards", "policies", "functions", "environments"],
    packages: [/.*/],
  },
  bench: {
    rooms: [
      "model",
      "constructs",
      "dashboards",
      "policies",
      "environments",
      "operations",
      "functions",
    ],
    packages: [/.*/],
  },
  "main.ts": {
    rooms: [
      "model",
      "constructs",
      "dashboards",
      "policies",
      "functions",
      "environments",
      "operations",
    ],
    packages: [/^node:path$/],
  },
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly to: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : sourceFiles(path);
    return /\.(ts|mts|mjs)$/.test(entry.name) ? [path] : [];
  });
}

const filesOf = (room: string): string[] =>
  room.endsWith(".ts") ? [join(root, room)] : sourceFiles(join(root, room));

function importsOf(room: string): Import[] {
  return filesOf(room).flatMap((file) =>
    ts.preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles.map(({ fileName }) => ({
      file: relative(root, file).split(sep).join("/"),
      room,
      to: fileName.startsWith(".")
        ? `./${relative(root, join(dirname(file), fileName))
            .split(sep)
            .join("/")}`
        : fileName,
    })),
  );
}

function allowed({ room, to }: Import): boolean {
  const rules = ROOMS[room];
  if (rules === undefined) return false;
  if (!to.startsWith("./")) return rules.packages.some((pattern) => pattern.test(to));
  const target = to.split("/")[1] ?? "";
  return target === room || rules.rooms.includes(target);
}

const everyImport = Object.keys(ROOMS).flatMap(importsOf);

test.each(Object.keys(ROOMS))("%s imports only what the house's table allows", (room) => {
  const forbidden = everyImport.filter((one) => one.room === room && !allowed(one));
  expect(forbidden.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
});

test("cdktf is imported by one module, so that the way out stays cheap", () => {
  const importers = everyImport.filter(({ to }) => to === "cdktf" || to.startsWith("cdktf/"));
  expect([...new Set(importers.map(({ file }) => file))]).toEqual(["constructs/tf.ts"]);
});

test("no file imports a provider's barrel", () => {
  const barrels = everyImport.filter(({ to }) => /^@cdktf\/provider-[a-z]+(\/lib)?$/.test(to));
  expect(barrels).toEqual([]);
});

test("the Grafana SDK stays in dashboards/grafana", () => {
  const strays = everyImport.filter(
    ({ file, to }) => to.startsWith("@grafana/") && !file.startsWith("dashboards/grafana/"),
  );
  expect(strays).toEqual([]);
});

test("environments hold data: no functions, no environment variables", () => {
  for (const file of filesOf("environments")) {
    expect(readFileSync(file, "utf8")).not.toMatch(/process\.|=>|\bfunction\b[\s*\w]*\(/);
  }
});

test("the gate's driver reads the disk in one place: the Wasm that ships with it", () => {
  const readers = everyImport.filter(({ room, to }) => room === "policies" && to === "node:fs");
  expect(readers.map(({ file }) => file)).toEqual(["policies/gate/bundle.ts"]);
});

test("only main, operations and functions touch disk, clock, chance or network", () => {
  const pure = ["environments", "model", "constructs", "dashboards"];
  const impure = /^(node:)?(fs|child_process|http|https|net|os)(\/|$)/;
  const strays = everyImport.filter(({ room, to }) => pure.includes(room) && impure.test(to));
  expect(strays).toEqual([]);
  for (const file of pure.flatMap(filesOf)) {
    expect(readFileSync(file, "utf8")).not.toMatch(
      /Date\.now|new Date\(\)|Math\.random|process\.env/,
    );
  }
});
