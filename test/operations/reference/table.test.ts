import type { Member } from "../../../operations/reference/read";
import { dataTable, membersTable } from "../../../operations/reference/table";
import { withWords } from "../../../operations/reference/words";

const member = (changes: Partial<Member> = {}): Member => ({
  name: "retention",
  type: "Duration",
  optional: true,
  summary: "How long it is kept.",
  byDefault: undefined,
  see: [],
  ...changes,
});

const rowOf = (changes: Partial<Member>, headings?: ReadonlySet<string>): string | undefined =>
  membersTable([member(changes)], headings).split("\n")[2];

describe("the table of what a type holds", () => {
  test.each([
    [{ optional: false }, "**required**"],
    [{}, "none"],
    [{ byDefault: "30" }, "`30`"],
    [{ byDefault: '"4d" (the default of SQS)' }, '`"4d"` (the default of SQS)'],
    [{ byDefault: "3 on AWS, 5 on Google Cloud" }, "`3` on AWS, 5 on Google Cloud"],
    [{ byDefault: "- those of the provider" }, "those of the provider"],
    [{ byDefault: "[] - any token" }, "`[]` - any token"],
  ])("says of %j that the default is %s", (changes, text) => {
    expect(rowOf(changes)).toBe(
      `| \`retention\` | \`Duration\` | ${text} | How long it is kept. |`,
    );
  });

  test("a bar does not end the cell", () => {
    expect(rowOf({ type: "string | undefined", summary: "a|b" })).toBe(
      "| `retention` | `string \\| undefined` | none | a\\|b |",
    );
  });

  test("a type that the page explains leads there", () => {
    expect(rowOf({ type: "readonly Window[]" }, new Set(["Window"]))).toContain(
      "[`readonly Window[]`](#window)",
    );
  });

  test("what a source says is named after the sentence", () => {
    expect(dataTable([member({ see: ["https://example.com"] })])).toContain(
      "How long it is kept. See https://example.com |",
    );
  });
});

describe("a property without words of its own", () => {
  const said = (changes: Partial<Member>, ofTypes: ReadonlyMap<string, string> = new Map()) =>
    withWords(
      [
        {
          ...{ name: "Props", file: "a.ts", summary: "", type: undefined, props: [] },
          members: [member({ summary: "", ...changes })],
        },
      ],
      ofTypes,
    )[0]?.members[0]?.summary;

  test("is said by its type's", () => {
    const ofTypes = new Map([["Owner", "Who answers for it."]]);
    expect(said({ type: "readonly Owner[]" }, ofTypes)).toBe("Who answers for it.");
    expect(said({ type: "Owner", summary: "Its own." }, ofTypes)).toBe("Its own.");
  });

  test("tells its kind from the others where it holds one text and no other", () => {
    expect(said({ type: '"keyValue"' })).toBe("Tells it from the others of its kind.");
  });

  test("stays without where nothing is known", () => {
    expect(said({ type: "string" })).toBe("");
  });
});
