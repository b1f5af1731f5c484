import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { format } from "../../../operations/gate/formats";
import type { Finding, Verdict } from "../../../policies/gate/types";
import { toolPython } from "../../../tools/find";
import { finding, verdictOf, wildVerdict } from "./verdicts";

jest.setTimeout(180_000);

interface Rendered {
  readonly html: string;
  readonly tags: Record<string, number>;
  readonly links: readonly string[];
  readonly items: readonly string[];
  readonly code: readonly string[];
  readonly text: string;
  /** Every tag that is opened is closed in its place. */
  readonly balanced: boolean;
}

/** By cmark-gfm, which is GitHub's own renderer. */
function render(verdicts: readonly Verdict[], home?: string): Rendered[] {
  const texts = verdicts.map((verdict) =>
    format(verdict, "markdown", { version: "1", color: false, home }),
  );
  const script = join(__dirname, "render.py");
  const output = execFileSync(toolPython("cmarkgfm"), [script], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return JSON.parse(output) as Rendered[];
}

const rendered = (verdict: Verdict, home?: string): Rendered => render([verdict], home)[0]!;

/** As a reader sees it: what parts a mention has no width. */
const seen = (text: string | undefined) => text?.replaceAll("\u200b", "");

const many = (size: number, changes: (i: number) => Partial<Finding> = () => ({})) =>
  Array.from({ length: size }, (_, i) =>
    finding({ address: `aws_sqs_queue.q${i}`, ...changes(i) }),
  );

describe("the comment renders", () => {
  test("pass: a heading, one sentence, one table", () => {
    const page = rendered(verdictOf([], ["dev-bootstrap", "dev-c01"]));
    expect(page).toMatchObject({ balanced: true, links: [] });
    expect(page.tags).toMatchObject({ h3: 1, table: 1, tr: 3 });
    expect(page.tags).not.toHaveProperty("details");
    expect(page.text.trim()).toMatch(/^Plinth gate: ✅ passed\n/);
  });

  test("deny, one finding: open, with line, path, construct and address", () => {
    const page = rendered(verdictOf([finding()]));
    expect(page).toMatchObject({ balanced: true, links: [] });
    expect(page.tags).toMatchObject({ details: 1, "details open": 1, summary: 1, li: 1 });
    expect(page.code).toEqual([
      "aws_sqs_queue.orders_events",
      "environments/services/orders.ts:8",
      "orders.workload.queue",
      "dev-c01/orders/queue",
      "queue.encryption",
    ]);
    expect(seen(page.items[0])).toContain("stores messages in clear");
  });

  test("undetermined: folded, under its own title", () => {
    const page = rendered(verdictOf([finding({ verdict: "undetermined", source: null })]));
    expect(page.tags).toMatchObject({ details: 1, li: 1 });
    expect(page.tags).not.toHaveProperty("details open");
    expect(page.text.trim()).toMatch(/^Plinth gate: ⚠️ passed, undetermined\n/);
  });

  test("5,000 findings of each kind: folded, in whole items, the rest counted", () => {
    const kinds = [{}, { verdict: "undetermined" }, { level: "advisory" }, { verdict: "exempt" }];
    const page = rendered(
      verdictOf(kinds.flatMap((kind) => many(5000, () => kind as Partial<Finding>))),
    );
    expect(page.balanced).toBe(true);
    expect(page.tags).not.toHaveProperty("details open");
    expect(page.tags).toMatchObject({ details: 1, table: 1 });
    const shown = page.items.length - 1;
    expect(shown).toBeGreaterThan(100);
    expect(page.items.at(-1)).toContain(`and ${5000 - shown} more findings`);
    for (const rest of ["Undetermined", "Advisory", "Exempt"])
      expect(page.text).toContain(`${rest}: 5000, not shown here.`);
  });

  test("a rule links its page where that can be read, a rule of one's own does not", () => {
    const own = finding({ id: "x](https://example.org)" });
    const page = rendered(verdictOf([finding(), own]), "https://example.com/plinth/blob/HEAD");
    expect(page.links).toEqual([
      "https://example.com/plinth/blob/HEAD/docs/policies/AWS-SQS-001.md",
    ]);
  });
});

describe("what a pull request chose is text", () => {
  const HOSTILE = [
    "</details><script>alert(1)</script><img src=x onerror=alert(1)>",
    "@everyone @org/team #1 GH-1 org/repo#2 :+1: a@b.example mailto:a@b.example",
    "https://evil.example www.evil.example ftp://evil.example xmpp:a@b.example",
    "[a](https://evil.example) ![a](x) <https://evil.example> [^1] - [ ] ~~x~~ **y** $z$",
    "| a | b |\u202e\u001b[31m``` ` `` \\",
    "&lt;b&gt; &#64;team &commat;team",
  ];
  const plainTags = [
    "h3",
    "p",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "details",
    "details open",
  ];
  const allowed = new Set([...plainTags, "summary", "ul", "li", "strong", "code", "br"]);
  const strange = (page: Rendered) => Object.keys(page.tags).filter((tag) => !allowed.has(tag));

  test.each(HOSTILE)("%s", (text) => {
    const page = rendered(
      verdictOf(
        [
          finding({
            id: text,
            address: text,
            construct: text,
            path: text,
            message: text,
            fix: text,
          }),
        ],
        [text],
      ),
    );
    expect(page).toMatchObject({ balanced: true, links: [] });
    expect(strange(page)).toEqual([]);
  });

  test("a mention, a number, an emoji or an address is not whole outside code", () => {
    const text = HOSTILE.join(" ");
    const page = rendered(verdictOf([finding({ message: text, fix: "", id: text })], [text]));
    const outside = page.html.replace(/<code>.*?<\/code>/gs, "").replace(/<[^>]*>/g, "");
    expect(outside).toContain("everyone");
    expect(outside).not.toMatch(/@\w|#\d|GH-\d|:\+1|:\/\/|www\./);
  });

  test("whatever the findings hold", () => {
    for (const page of render(fc.sample(wildVerdict, { numRuns: 300, seed: 7 }))) {
      expect(page).toMatchObject({ balanced: true, links: [] });
      expect(strange(page)).toEqual([]);
    }
  });
});
