import fc from "fast-check";
import { bucketOf } from "../../../model/cells/bucket";
import { cellOfKey } from "../../../model/cells/fleet";
import { evenCells, rebalance } from "../../../model/cells/table";
import type { Placement } from "../../../model/cells/router/entries";
import { edgeCodeProblems } from "../../../operations/edge_code/check";
import { RouterEngine, SECRET, token, tokenOf, type RouterWorld } from "./router_engine";

const placement: Placement = {
  table: rebalance(undefined, evenCells(8)),
  pinned: { "tenant-1": "c03" },
};

const expected = (key: string): string => cellOfKey(placement, key);

const engine = (world: Partial<RouterWorld> = {}): RouterEngine =>
  new RouterEngine({
    declared: { key: { cookie: "tenant" } },
    placement,
    ...world,
    store: { "secret:1": SECRET, ...world.store },
  });

const signed = engine();
const withCookie = (value: string) => ({ uri: "/", cookies: { tenant: { value } } });
const withHeader = (name: string, value: string) => ({ uri: "/", headers: { [name]: { value } } });

const REFUSED = {
  answer: {
    ...{ statusCode: 401, statusDescription: "Unauthorized" },
    headers: { "www-authenticate": { value: "Bearer" }, "cache-control": { value: "no-store" } },
  },
};
const TOO_MUCH = {
  answer: {
    ...{ statusCode: 400, statusDescription: "Bad Request" },
    headers: { "cache-control": { value: "no-store" } },
  },
};
const LATER = {
  answer: {
    ...{ statusCode: 503, statusDescription: "Service Unavailable" },
    headers: { "retry-after": { value: "5" }, "cache-control": { value: "no-store" } },
  },
};

test("the router is what CloudFront takes, in less than 10 KB", () => {
  expect(edgeCodeProblems(signed.text)).toEqual([]);
  expect(Buffer.byteLength(signed.text)).toBeLessThan(10_240);
});

test("its text is the source with the one line that says what the fleet declares", () => {
  const { text } = engine({
    declared: { key: { header: "x-user", claim: "tid", trust: "cell" }, home: "c02" },
  });
  expect(text).toContain(
    '\nconst SETTINGS = {"from":"header","name":"x-user","claim":"tid","signed":false,"home":"c02","pins":true};\n',
  );
  expect(text.replace(/^const SETTINGS.*$/m, "")).toBe(
    signed.text.replace(/^const SETTINGS.*$/m, ""),
  );
});

describe("a signed token", () => {
  test("leads to the cell of its key, in a cookie, in a header or as a bearer's", async () => {
    for (const key of ["tenant-42", "tenant-7", "ключ", "😀"]) {
      const value = tokenOf(key);
      expect(await signed.ask(withCookie(value))).toEqual({ cell: expected(key) });
      const header = engine({ declared: { key: { header: "x-tenant" } } });
      expect(await header.ask(withHeader("x-tenant", value))).toEqual({ cell: expected(key) });
      const bearer = engine({ declared: { key: { header: "authorization" } } });
      const ask = withHeader("authorization", `Bearer ${value}`);
      expect(await bearer.ask(ask)).toEqual({ cell: expected(key) });
    }
  });

  test("of a pinned key leads to the cell that it is pinned to", async () => {
    expect(placement.table[bucketOf("tenant-1")]).not.toBe("c03");
    expect(await signed.ask(withCookie(tokenOf("tenant-1")))).toEqual({ cell: "c03" });
  });

  test("may have its key in another claim", async () => {
    const claimed = engine({ declared: { key: { cookie: "tenant", claim: "tid" } } });
    const claims = { sub: "somebody", tid: "tenant-42", exp: 9_999_999_999 };
    expect(await claimed.ask(withCookie(token({ claims })))).toEqual({
      cell: expected("tenant-42"),
    });
  });

  test("counts a minute before it starts, as clocks differ", async () => {
    const now = Date.now() / 1_000;
    const from = (nbf: number) =>
      signed.ask(withCookie(token({ claims: { sub: "a", exp: now + 600, nbf } })));
    expect(await from(now + 30)).toEqual({ cell: expected("a") });
    expect(await from(now + 120)).toEqual(REFUSED);
  });
});

test("whatever the key, router, table and commands agree on its cell", async () => {
  const key = fc.oneof(
    fc.string({ minLength: 1, maxLength: 64, unit: "grapheme" }),
    fc.string({ minLength: 1, maxLength: 64, unit: "binary" }),
  );
  await fc.assert(
    fc.asyncProperty(key, async (sub) => {
      fc.pre(!sub.includes("\uFFFD"));
      expect(await signed.ask(withCookie(tokenOf(sub)))).toEqual({ cell: expected(sub) });
    }),
    { numRuns: 300 },
  );
});

test("of 20,000 keys each is in the cell that the table says", async () => {
  const plain = engine({ declared: { key: { header: "x-tenant", trust: "cell" } } });
  const wrong: string[] = [];
  for (let index = 0; index < 20_000; index++) {
    const key = `tenant-${index}`;
    const { cell } = await plain.ask(withHeader("x-tenant", key));
    if (cell !== expected(key)) wrong.push(key);
  }
  expect(wrong).toEqual([]);
});

const NOW = Math.floor(Date.now() / 1_000);
const CLAIMS = { sub: "tenant-42", exp: NOW + 600 };
const good = token({ claims: CLAIMS });
const [HEADER = "", PAYLOAD = "", SIGNATURE = ""] = good.split(".");
const other = Buffer.from(JSON.stringify({ ...CLAIMS, sub: "tenant-7" })).toString("base64url");

describe("nobody chooses a cell: 401 for", () => {
  test.each([
    ["no token", "nonsense"],
    ["two parts of one", `${HEADER}.${PAYLOAD}`],
    ["four parts", `${good}.${SIGNATURE}`],
    ["no signature", `${HEADER}.${PAYLOAD}.`],
    ["another's claims under a good signature", `${HEADER}.${other}.${SIGNATURE}`],
    ["a signature by another secret", token({ claims: CLAIMS, secret: "f".repeat(32) })],
    ["a signature that lacks its end", good.slice(0, -1)],
    ["a signature that goes on", `${good}A`],
    ["the algorithm none", token({ header: { alg: "none" }, claims: CLAIMS })],
    ["the algorithm none without a signature", unsigned({ alg: "none", kid: "1" })],
    ["an algorithm in other letters", token({ header: { alg: "hs256" }, claims: CLAIMS })],
    ["an asymmetric algorithm", token({ header: { alg: "RS256" }, claims: CLAIMS })],
    ["an algorithm that is a list", token({ header: { alg: ["HS256"] }, claims: CLAIMS })],
    ["an extension that must be understood", token({ header: { crit: ["b64"] }, claims: CLAIMS })],
    ["no kid", token({ header: { kid: undefined }, claims: CLAIMS })],
    ["a kid that leads elsewhere", token({ header: { kid: "../buckets:0" }, claims: CLAIMS })],
    ["a kid that is no text", token({ header: { kid: 1 }, claims: CLAIMS })],
    ["no end", token({ claims: { sub: "tenant-42" } })],
    ["an end that is no number", token({ claims: { sub: "tenant-42", exp: "9999999999" } })],
    ["a start that is no number", token({ claims: { ...CLAIMS, nbf: "soon" } })],
    ["no key", token({ claims: { exp: NOW + 600 } })],
    ["an empty key", token({ claims: { ...CLAIMS, sub: "" } })],
    ["a key that is a number", token({ claims: { ...CLAIMS, sub: 42 } })],
    ["a key of more than 256 characters", token({ claims: { ...CLAIMS, sub: "a".repeat(257) } })],
    ["half a character", token({ claims: { ...CLAIMS, sub: "\ud800" } })],
    ["what stands for a broken character", token({ claims: { ...CLAIMS, sub: "a\uFFFD" } })],
    ["claims that are a list", token({ claims: [CLAIMS] })],
    ["claims that are nothing", token({ claims: null })],
    ["letters of other alphabets", `${HEADER}.${PAYLOAD}.${"é".repeat(43)}`],
    ["letters of base64 that are none of base64url", `${HEADER}.${PAYLOAD}.${SIGNATURE.slice(1)}+`],
  ])("%s", async (_, value) => {
    expect(await signed.ask(withCookie(value))).toEqual(REFUSED);
    const { answer } = await engine({
      declared: { key: { cookie: "tenant" }, home: "c02" },
    }).ask(withCookie(value));
    expect(answer?.statusCode).toBe(401);
  });

  test("a key that only the prototype has", async () => {
    const claimed = engine({ declared: { key: { cookie: "tenant", claim: "constructor" } } });
    expect(await claimed.ask(withCookie(good))).toEqual(REFUSED);
    const named = engine({ declared: { key: { cookie: "constructor" } } });
    expect(await named.ask({ uri: "/" })).toEqual(REFUSED);
  });

  test("whatever text stands in the place of a token", async () => {
    const part = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(HEADER, PAYLOAD, "e30"));
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
        const value = parts.join(".");
        fc.pre(value !== "");
        expect(await signed.ask(withCookie(value))).toEqual(REFUSED);
      }),
      { numRuns: 300 },
    );
  });
});

function unsigned(header: Readonly<Record<string, unknown>>): string {
  const text = Buffer.from(JSON.stringify(header)).toString("base64url");
  return `${text}.${PAYLOAD}.`;
}

describe("a request is not looked into", () => {
  test("when its value is longer than 4,096 characters", async () => {
    expect(await signed.ask(withCookie("a".repeat(4_097)))).toEqual(TOO_MUCH);
    expect(await signed.ask(withCookie("a".repeat(4_096)))).toEqual(REFUSED);
  });

  test("when it says two things", async () => {
    const cookies = { tenant: { value: good, multiValue: [{ value: good }, { value: "x" }] } };
    expect(await signed.ask({ uri: "/", cookies })).toEqual(TOO_MUCH);
  });
});

describe("a request without a key", () => {
  const over = token({ claims: { sub: "tenant-42", exp: NOW - 1 } });
  const forgotten = token({ header: { kid: "gone" }, claims: CLAIMS });
  const asked = [{ uri: "/" }, withCookie(""), withCookie(over), withCookie(forgotten)];

  test("or with a token that is over, or whose secret is gone, is refused", async () => {
    for (const request of asked) expect(await signed.ask(request)).toEqual(REFUSED);
  });

  test("or with such a token goes to the declared home", async () => {
    const home = engine({ declared: { key: { cookie: "tenant" }, home: "c02" } });
    for (const request of asked) expect(await home.ask(request)).toEqual({ cell: "c02" });
  });
});

describe("where cells check whose a request is", () => {
  const key = { header: "authorization", claim: "sub", trust: "cell" } as const;
  const trusting = engine({ declared: { key } });

  test("a token of any algorithm leads to the cell of its claim", async () => {
    const value = token({ header: { alg: "RS256", kid: undefined }, claims: CLAIMS });
    expect(await trusting.ask(withHeader("authorization", `bearer ${value}`))).toEqual({
      cell: expected("tenant-42"),
    });
  });

  test("a value without a claim is the key as it is", async () => {
    const plain = engine({ declared: { key: { cookie: "tenant", trust: "cell" } } });
    expect(await plain.ask(withCookie("tenant-42"))).toEqual({ cell: expected("tenant-42") });
  });

  test("a claim that is no key is refused", async () => {
    const value = token({ claims: { sub: ["tenant-42"] } });
    expect(await trusting.ask(withHeader("authorization", `Bearer ${value}`))).toEqual(REFUSED);
  });
});

describe("no cell but the user's: 503 and when to come again where", () => {
  const shard = `buckets:${bucketOf("tenant-42").toString(16).padStart(3, "0").slice(0, 1)}`;

  test.each<[string, Partial<RouterWorld>]>([
    ["the store is away", { isStoreDown: true }],
    ["a part of the table is gone", { store: { [shard]: undefined } }],
    ["a part of the table is short", { store: { [shard]: "c01 c02" } }],
    ["a part of the table has gaps", { store: { [shard]: " ".repeat(255) } }],
    ["the distribution lacks the cell", { origins: ["c99"] }],
    ["the secret is too short to be one", { store: { "secret:1": "short" } }],
  ])("%s", async (_, world) => {
    const value = token({
      claims: CLAIMS,
      ...(world.store?.["secret:1"] === undefined ? {} : { secret: world.store["secret:1"] }),
    });
    expect(await engine(world).ask(withCookie(value))).toEqual(LATER);
  });
});
