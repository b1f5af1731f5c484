import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { readContract, readContracts } from "../../../../operations/contracts/files/read";
import { renderContracts } from "../../../../operations/contracts/index_file";
import type { EnvironmentDeclaration } from "../../../../model/environment";
import { settle } from "../../../../model/settle";
import {
  CONTRACTS,
  GRAPHED,
  REVIEWS,
  SCHEMA,
  SCHEMA_FILE,
} from "../../../constructs/support/graphql";

const root = mkdtempSync(join(tmpdir(), "plinth-contracts-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

describe("the contracts of a repository", () => {
  test("from which resources follow are read, and no others", () => {
    write(SCHEMA_FILE, SCHEMA);
    write("contracts/events.yaml", "openapi: 3.1.0");
    const services = [{ ...REVIEWS, contracts: ["contracts/events.yaml"] }];
    expect(readContracts(root, [{ ...GRAPHED, services }, GRAPHED])).toEqual(CONTRACTS);
  });

  test("that are no files are left out", () => {
    const services = [
      { ...REVIEWS, workload: { ...REVIEWS.workload, schema: "functions/other.graphql" } },
    ];
    expect(readContracts(root, [{ ...GRAPHED, services }])).toEqual({});
  });

  test("of a declaration without its shape are not looked for", () => {
    const broken = { ...GRAPHED, services: [{ name: "reviews", workload: null }] };
    expect(readContracts(root, [broken as unknown as EnvironmentDeclaration])).toEqual({});
  });

  test("are listed, the schema once whether it is named or not", () => {
    const services = [{ ...REVIEWS, contracts: [SCHEMA_FILE] }];
    const listed = (
      environment:
        typeof GRAPHED | (Omit<typeof GRAPHED, "services"> & { services: typeof services }),
    ) =>
      renderContracts(settle(environment, {}, CONTRACTS)).find(
        ({ path }) => path === "contracts.json",
      )?.text;
    expect(JSON.parse(listed(GRAPHED) ?? "")).toMatchObject({
      contracts: [{ service: "reviews", from: "declared", file: SCHEMA_FILE }],
    });
    expect(listed({ ...GRAPHED, services })).toBe(listed(GRAPHED));
  });
});

describe("a file that is read", () => {
  test.each(["a.proto", "a.graphql"])(
    "%s is a contract or says why not, whatever it holds",
    (file) => {
      fc.assert(
        fc.property(fc.string({ unit: "binary" }), (text) => {
          const contract = readContract(file, text);
          if (contract.kind === "broken") expect(contract.problem).toContain(file);
        }),
      );
    },
  );

  test("a .proto file has its services whatever stands between", () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 5 }), (names) => {
        const text = names
          .map(
            (one) =>
              `/* service No {} */ service ${one} { // }\n rpc Get(A) returns (stream b.C) { option (x) = { a: "}" }; } }`,
          )
          .join("\noption java_package = 'a;b';\n");
        expect(readContract("a.proto", `${text}\npackage shop.v1;`)).toEqual({
          kind: "proto",
          services: names.map((one) => `shop.v1.${one}`),
        });
      }),
    );
  });
});
