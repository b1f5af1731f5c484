import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { validateXML } from "xmllint-wasm";
import { format } from "../../../operations/gate/formats";
import type { Verdict } from "../../../policies/gate/types";
import { finding, verdictOf, wildVerdict } from "./verdicts";

jest.setTimeout(120_000);

const schemas = join(__dirname, "../../fixtures/schemas");
const home = "https://example.com/plinth";

/** One of each kind, with and without what may be missing. */
const kinds = verdictOf(
  [
    finding(),
    finding({ verdict: "undetermined", source: null, path: null, construct: null }),
    finding({ level: "advisory", aliases: ["CKV_AWS_27", "CKV_AWS_27", "plinth"] }),
    finding({ verdict: "exempt", exemption: "OPS-1, until 2026-02-01" }),
    finding({ id: "", fix: "", message: "", address: "", exemption: null }),
  ],
  ["dev-c01", "prod-c01"],
);
const many = verdictOf(
  Array.from({ length: 5000 }, (_, i) => finding({ address: `aws_sqs_queue.q["${i}"]` })),
);

describe("SARIF fits the schema that OASIS published", () => {
  const text = readFileSync(join(schemas, "sarif-schema-2.1.0.json"), "utf8");
  const ajv = addFormats(new Ajv({ allErrors: true, strict: false }));
  const validate = ajv.compile(JSON.parse(text) as object);
  const errors = (verdict: Verdict, options = {}) => {
    const log: unknown = JSON.parse(
      format(verdict, "sarif", { version: "1.2.3", color: false, ...options }),
    );
    return validate(log) ? [] : validate.errors;
  };

  test.each([
    ["no finding", verdictOf([])],
    ["one of each kind", kinds],
    ["5,000 findings", many],
  ])("%s", (_name, verdict) => {
    expect(errors(verdict)).toEqual([]);
    expect(errors(verdict, { home })).toEqual([]);
  });

  test("whatever the findings hold", () => {
    fc.assert(
      fc.property(wildVerdict, (verdict) => expect(errors(verdict, { home })).toEqual([])),
      { numRuns: 100 },
    );
  });

  test("the schema refuses what is none", () => {
    expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
  });
});

describe("JUnit fits the schema that Jenkins takes", () => {
  const schema = readFileSync(join(schemas, "junit-10.xsd"), "utf8");
  const errors = async (...texts: readonly string[]) => {
    const xml = texts.map((contents, i) => ({ fileName: `${i}.xml`, contents }));
    const result = await validateXML({ xml, schema: [schema] });
    return result.errors.map(({ message }) => message);
  };
  const junit = (verdict: Verdict) => format(verdict, "junit", { version: "1", color: false });

  test("no finding, one of each kind, 5,000 findings", async () => {
    expect(await errors(...[verdictOf([]), kinds, many].map(junit))).toEqual([]);
  });

  test("whatever the findings hold", async () => {
    expect(await errors(...fc.sample(wildVerdict, { numRuns: 100, seed: 1 }).map(junit))).toEqual(
      [],
    );
  });

  test("the schema refuses what is none", async () => {
    expect(await errors("<testsuites><testcase/></testsuites>")).not.toEqual([]);
  });
});
