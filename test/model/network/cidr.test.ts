import fc from "fast-check";
import {
  contains,
  formatCidr,
  overlap,
  parseCidr,
  partOf,
  tryParseCidr,
} from "../../../model/network/cidr";
import { cidr } from "./arbitrary";

test("what is written is read again", () => {
  fc.assert(
    fc.property(cidr(), (each) => {
      expect(tryParseCidr(formatCidr(each))).toEqual(each);
    }),
  );
});

test.each([
  ["no text", 10],
  ["no prefix", "10.0.0.0"],
  ["a part over 255", "10.256.0.0/16"],
  ["a prefix over 32", "10.0.0.0/33"],
  ["bits behind the prefix", "10.0.0.1/16"],
  ["a zero in front", "010.0.0.0/16"],
  ["IPv6", "fd00::/8"],
  ["an empty text", ""],
])("%s is no range", (_, text) => {
  expect(tryParseCidr(text)).toBeUndefined();
});

test("what is no range is said, where one is needed", () => {
  expect(() => parseCidr("10.0.0.1/16")).toThrow(
    'expected a range such as 10.0.0.0/16, got "10.0.0.1/16"',
  );
});

test("the parts of a range fill it, in order, and share nothing", () => {
  fc.assert(
    fc.property(cidr(0, 26), fc.integer({ min: 0, max: 6 }), (whole, bits) => {
      const parts = Array.from({ length: 2 ** bits }, (_, number) =>
        partOf(whole, whole.prefix + bits, number),
      );
      expect(parts.every((part) => contains(whole, part))).toBe(true);
      expect(parts[0]!.first).toBe(whole.first);
      parts.slice(1).forEach((part, index) => {
        expect(overlap(part, parts[index]!)).toBe(false);
        expect(part.first).toBe(parts[index]!.first + 2 ** (32 - part.prefix));
      });
    }),
  );
});

test("a part that a range does not have is said", () => {
  expect(() => partOf(parseCidr("10.0.0.0/16"), 18, 4)).toThrow(
    "expected one of the 4 parts of 10.0.0.0/16 with /18, got number 4",
  );
});

test("ranges overlap when one holds the other", () => {
  const [wide, within, beside] = ["10.0.0.0/12", "10.15.0.0/16", "10.16.0.0/12"].map(parseCidr);
  expect([overlap(wide!, within!), overlap(within!, wide!), overlap(wide!, beside!)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([contains(wide!, within!), contains(within!, wide!)]).toEqual([true, false]);
});
