import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dev } from "../../environments/dev";
import { catalogImages } from "../../environments/services/catalog-images";
import { settle } from "../../model/settle";
import { edgeCodeProblems } from "../../operations/edge_code/check";
import { readEdgeCode } from "../../operations/edge_code/read";
import { changed } from "../model/fixtures";

const HANDLER = "function handler(event) {\n  return event.request;\n}\n";

const refused = (what: string, line = 2) => [
  `expected what the runtime cloudfront-js-2.0 is documented to know (ES 5.1; let, const, arrow functions, rest parameters, template literals, async and await; \`import cf from "cloudfront"\`, \`require\` of buffer, crypto and querystring), got ${what} in line ${line}`,
];

describe("CloudFront takes", () => {
  test.each([
    ["a function that gives the request on", HANDLER],
    ["one that waits", "async function handler(event) { return await event.request; }"],
    [
      "what is waited for and then asked",
      "async function handler(event) { return (await f(1)).split(' '); }",
    ],
    [
      "what is built in",
      `import cf from "cloudfront";\nconst crypto = require("crypto");\n${HANDLER}`,
    ],
    [
      "names that are forbidden as names of properties",
      `${HANDLER}var a = { eval: 1, process: 2 }; a.fetch;`,
    ],
    [
      "what of later ECMAScript is documented",
      `${HANDLER}const f = (...all) => \`\${all.length ** 2}\`; let x = f(1);`,
    ],
  ])("%s", (_, text) => {
    expect(edgeCodeProblems(text)).toEqual([]);
  });
});

describe("CloudFront does not take", () => {
  test.each([
    ["eval('1');", "`eval`"],
    ["new Function('return 1');", "`Function`"],
    ["setTimeout(handler, 1);", "`setTimeout`"],
    ["fetch('https://example.com');", "`fetch`"],
    ["var home = process.env.HOME;", "`process`"],
    ["var fs = require('fs');", '`require("fs")`'],
    ["var any = require(name);", '`require("…")`'],
    ["import fs from 'fs';", 'an import of "fs"'],
    ["import('crypto');", "an import at run time"],
    ["export default handler;", "an export"],
    ["class Page {}", "a class"],
    ["for (var one of []) one;", "a loop `for … of`"],
    ["var { uri } = {};", "a value that is taken apart"],
    ["var [first] = [];", "a value that is taken apart"],
    ["var all = [...[]];", "a list that is spread"],
    ["var copy = { ...{} };", "an object that is spread"],
    ["function* each() { yield 1; }", "a generator"],
    ["function at(place = 1) {}", "a parameter with a default"],
    ["async function f(a) { g(await a); }", "an `await` in the arguments of a call"],
    ["async function f(a) { g({ b: 1 + (await a).c }); }", "an `await` in the arguments of a call"],
  ])("%s", (line, what) => {
    const text = `${HANDLER.replaceAll("\n", " ")}\n${line}`;
    expect(edgeCodeProblems(text)).toEqual(refused(what));
  });

  test("more than 10 KB, of which a letter can be several bytes", () => {
    const text = `${HANDLER}// ${"é".repeat(5_100)}`;
    expect(edgeCodeProblems(text)).toEqual([
      "expected at most 10240 bytes, which is what CloudFront takes, got 10255; what needs more is a function of Lambda@Edge",
    ]);
  });

  test("code without a handler", () => {
    expect(edgeCodeProblems("var handler = 1;")).toEqual([
      "expected a function `handler(event)` at the top of the file, which CloudFront calls, got none",
    ]);
  });

  test("what is no JavaScript", () => {
    expect(edgeCodeProblems("function handler(event) {\n  var 1;\n}")).toEqual([
      "expected JavaScript, got a mistake in line 2: Variable declaration expected.",
    ]);
  });
});

describe("the files that services name", () => {
  const root = mkdtempSync(join(tmpdir(), "plinth-edge-code-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const declared = (code: string) =>
    settle({
      ...dev,
      services: [changed(catalogImages, "workload.edge", { viewerRequest: { code } })],
    });

  test("are read as they are", () => {
    mkdirSync(join(root, "functions"));
    writeFileSync(join(root, "functions/good.js"), HANDLER);
    expect(readEdgeCode(root, [declared("functions/good.js")])("functions/good.js")).toBe(HANDLER);
  });

  test("that there are not, or that CloudFront refuses, are problems where they are named", () => {
    writeFileSync(join(root, "bad.js"), `${HANDLER}eval('1');`);
    const told = (code: string) => {
      try {
        readEdgeCode(root, [declared(code), declared(code)]);
        return "nothing";
      } catch (error) {
        return (error as Error).message;
      }
    };
    const at = "catalog-images.workload.edge.viewerRequest.code";
    expect(told("none.js")).toBe(
      `${at}: expected a file of the repository, got "none.js", which is none`,
    );
    expect(told("bad.js")).toBe(`${at}: ${refused("`eval`", 4)[0]} (bad.js)`);
  });
});
