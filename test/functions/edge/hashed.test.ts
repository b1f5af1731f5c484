import { EdgeFunctionFile } from "./edge_function";

const hashed = new EdgeFunctionFile("functions/edge/hashed.js");

const YEAR = { value: "public, max-age=31536000, immutable" };
const said = { "cache-control": { value: "public, max-age=60" }, etag: { value: '"1"' } };

test("a file with its digest in its name is kept for a year, and keeps its other headers", () => {
  const { headers } = hashed.viewerResponse({ uri: "/app.3f9a1c2b.js" }, { headers: said });
  expect(headers).toEqual({ ...said, "cache-control": YEAR });
});

test.each([
  ["/index.html", 200],
  ["/app.3f9.js", 200],
  ["/app.3f9a1c2b.js", 304],
])("%s answered with %d keeps what it said", (uri, statusCode) => {
  const made = hashed.viewerResponse({ uri }, { statusCode, headers: said });
  expect(made).toEqual({ statusCode, headers: said, cookies: {} });
});
