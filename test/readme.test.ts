import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join, dirname } from "node:path";
import { problemsOf } from "../model/settle";
import { dev } from "../environments/dev";
import { orders } from "../environments/services/orders";

const root = join(__dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Block {
  readonly kind: string;
  readonly text: string;
}

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, kind = "", text = ""]) => ({
      kind,
      text,
    }),
  );
}

const blocks = blocksOf(read("README.md"));
const linesOf = (kind: string): string[] =>
  blocks.filter((block) => block.kind === kind).flatMap(({ text }) => text.trim().split("\n"));

test("the declaration that README shows is the one that is built", () => {
  const shown = blocks.filter(({ kind }) => kind === "ts").map(({ text }) => text);
  expect(shown).toEqual([read("environments/services/orders.ts")]);
});

test("the mistake that README shows is answered in these words", () => {
  const broken = {
    ...orders,
    workload: { ...orders.workload, queue: { visibilityTimeout: "100s" as const } },
  };
  const [problem] = problemsOf({ ...dev, services: [broken] });
  expect(linesOf("text")).toContain(`plinth: ${problem?.path}: ${problem?.message}`);
});

test("every command of README is run: on this machine, or against emulators of a cloud", () => {
  expect(linesOf("sh")).toEqual([
    "npm ci && npm start",
    "npx plinth gate --format json --output verdict.json",
  ]);
  expect(
    blocks.map(({ kind }) => kind).filter((kind) => !/^(sh|sh cloud|ts|text)$/.test(kind)),
  ).toEqual([]);
});

const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].concat(
  readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
);

test.each(pages)("every link of %s to a file of the repository lands", (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)];
  const broken = links
    .map(([, link = ""]) => link)
    .filter((link) => !existsSync(join(root, dirname(page), link)));
  expect(broken).toEqual([]);
});
