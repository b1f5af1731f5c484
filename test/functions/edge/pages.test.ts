import fc from "fast-check";
import { edgeCodeProblems } from "../../../operations/edge_code/check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../../operations/repository";
import { EdgeFunctionFile } from "./edge_function";

const pages = new EdgeFunctionFile("functions/edge/pages.js");

test.each(["functions/edge/pages.js", "functions/edge/hashed.js"])(
  "%s is what CloudFront takes",
  (file) => {
    expect(edgeCodeProblems(readFileSync(join(repositoryRoot, file), "utf8"))).toEqual([]);
  },
);

test.each([
  ["/", "/index.html"],
  ["/guide/", "/guide/index.html"],
  ["/guide/start.html", "/guide/start.html"],
  ["/pictures/lamp.v2.webp", "/pictures/lamp.v2.webp"],
])("%s is the object %s", (uri, object) => {
  expect(pages.viewerRequest({ uri })).toMatchObject({ method: "GET", uri: object });
});

test("a page without a slash is led to the one with it, with its query", () => {
  const querystring = {
    q: { value: "a%20b" },
    tag: { value: "x", multiValue: [{ value: "x" }, { value: "y" }] },
    empty: { value: "" },
  };
  expect(pages.viewerRequest({ uri: "/guide", querystring })).toEqual({
    statusCode: 308,
    statusDescription: "Permanent Redirect",
    headers: { location: { value: "/guide/?q=a%20b&tag=x&tag=y&empty" } },
  });
});

test("it leads to no other site, whatever the path", () => {
  const path = fc
    .array(fc.constantFrom("/", "\\", "a", "evil.example", "%2f"))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(path, (rest) => {
      const made = pages.viewerRequest({ uri: `/${rest}` });
      if (!("statusCode" in made)) return;
      const { href } = new URL(made.headers?.["location"]?.value ?? "", "https://shop.example.com");
      expect(href.startsWith("https://shop.example.com/")).toBe(true);
    }),
    { numRuns: 50 },
  );
});
