import fc from "fast-check";
import { overlap } from "../../../model/workloads/delivery/path_pattern";

test.each([
  ["/a", "/a", true],
  ["/a", "/b", false],
  ["/a/*", "/a/b", true],
  ["/a/*", "/b/*", false],
  ["/a/*", "/*/b", true],
  ["/*.css", "/a/*", true],
  ["/*.css", "/*.js", false],
  ["/a?", "/ab", true],
  ["/a?", "/a", false],
  ["/*", "/", true],
  ["/a/*/c", "/a/b", false],
])("%s and %s have a path in common: %p", (one, other, shared) => {
  expect(overlap(one, other)).toBe(shared);
  expect(overlap(other, one)).toBe(shared);
});

test("a path that matches both is found, whatever stands for its parts", () => {
  const path = fc.array(fc.constantFrom(..."ab/"), { maxLength: 8 }).map((all) => all.join(""));
  /** A pattern that the path matches: some of its characters are any, some runs of them any text. */
  const pattern = (of: string) =>
    fc
      .array(fc.constantFrom("same", "one", "text"), { minLength: of.length, maxLength: of.length })
      .map((kinds) =>
        kinds.map((kind, at) => ({ same: of[at], one: "?", text: "*" })[kind]).join(""),
      );
  const both = path.chain((of) => fc.tuple(pattern(of), pattern(of)));
  fc.assert(fc.property(both, ([one, other]) => overlap(one, other)));
});

test("patterns of many a * are told apart at once", () => {
  expect(overlap(`/${"*a".repeat(120)}`, `/${"*a".repeat(120)}b`)).toBe(false);
});
