import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ContractsDiff } from "../../../operations/contracts/diff/report";
import { plinth } from "../cli/plinth";
import { listing, makeRepository } from "./repository";

jest.setTimeout(120_000);

const repository = makeRepository();
afterAll(repository.remove);

const file = "contracts/shop.graphql";
const committed = (schema: string) => repository.commit({ ...listing(file), [file]: schema });

const base = committed("type Query { a: String b: Int }");
const broken = committed("type Query { a: String }");
const wider = committed("type Query { a: String b: Int c: Int }");
const without = repository.commit({ "README.md": "nothing here" });
const unlisted = repository.commit({ ...listing(), [file]: "type Query { a: String }" });
const absent = repository.commit({ ...listing(file) });

const diff = (...args: string[]) =>
  plinth(["contracts", "diff", ...args], { cwd: repository.folder });

test("what breaks is told with its place and ends with 2", () => {
  expect(diff("--base", base, "--head", broken)).toEqual({
    code: 2,
    stdout: `${file} (orders in dev): changed
  breaking  Query.b: Field 'b' was removed from object type 'Query' [FIELD_REMOVED]
contracts: 1, different: 1, breaking changes: 1 (${base.slice(0, 12)}..${broken.slice(0, 12)})
`,
    stderr: "",
  });
});

test("what only adds is told and ends with 0, as nothing at all does", () => {
  const added = diff("--base", base, "--head", wider);
  expect(added.code).toBe(0);
  expect(added.stdout).toContain("  info      Query.c: Field 'c' was added");
  expect(diff("--base", base, "--head", base)).toMatchObject({
    code: 0,
    stdout: `contracts: 1, different: 0, breaking changes: 0 (${base.slice(0, 12)}..${base.slice(0, 12)})\n`,
  });
});

test("--json is plinth.contracts-diff/v1", () => {
  const { code, stdout } = diff("--base", base, "--head", broken, "--json");
  expect(code).toBe(2);
  expect(JSON.parse(stdout) as ContractsDiff).toEqual({
    schema: "plinth.contracts-diff/v1",
    ...{ base, head: broken, breaking: 1 },
    contracts: [
      {
        ...{ file, kind: "graphql", services: ["orders"], environments: ["dev"], state: "changed" },
        changes: [
          {
            level: "breaking",
            rule: "FIELD_REMOVED",
            where: "Query.b",
            message: "Field 'b' was removed from object type 'Query'",
          },
        ],
      },
    ],
  });
});

test("a contract that the base lacks is new and breaks nobody", () => {
  const { code, stdout } = diff("--base", without, "--head", base);
  expect(code).toBe(0);
  expect(stdout).toContain(`${file} (orders in dev): added\n`);
});

test("a head that lists no contract at all cannot be compared", () => {
  expect(diff("--base", base, "--head", without)).toEqual({
    code: 1,
    stdout: "",
    stderr: `plinth: --head ${without}: expected a list of contracts in test/golden/<environment>/contracts.json, found none; run npm run golden and commit it, or say with --rendered where it is\n`,
  });
});

test("a contract that no service names any more is one that is gone", () => {
  const { code, stdout } = diff("--base", base, "--head", unlisted);
  expect(code).toBe(2);
  expect(stdout).toContain(
    `  breaking  ${file}: no service names this contract any more [contract-removed]`,
  );
});

test("a contract that is named and not committed", () => {
  expect(diff("--base", base, "--head", absent)).toMatchObject({
    code: 1,
    stderr: `plinth: ${file}: expected a file of the head, since orders names it as a contract; commit it\n`,
  });
});

test("only commits are compared: neither the work tree nor its index is touched", () => {
  writeFileSync(join(repository.folder, "untracked.txt"), "kept");
  writeFileSync(join(repository.folder, "test/golden/dev/contracts.json"), "{");
  const status = () =>
    execFileSync("git", ["status", "--short"], { cwd: repository.folder, encoding: "utf8" });
  const before = status();
  expect(diff("--base", base, "--head", wider).code).toBe(0);
  expect(status()).toBe(before);
  expect(before).toBe(" M test/golden/dev/contracts.json\n?? untracked.txt\n");
});

test.each([
  [
    ["--base", "nowhere"],
    '--base: expected a commit of this repository, got "nowhere"; fetch it first, where the clone is shallow',
  ],
  [
    ["--base", base, "--head", "--all"],
    '--head: expected a commit of this repository, got "--all"',
  ],
])("a commit that there is not: %j", (args, message) => {
  const { code, stdout, stderr } = diff(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(`plinth: ${message}`);
});

test("a base must be named", () => {
  expect(diff()).toMatchObject({ code: 1, stdout: "" });
});

test("outside of a repository", () => {
  const { code, stderr } = plinth(["contracts", "diff", "--base", "HEAD"], { cwd: "/" });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^plinth: \/: expected a folder of a git repository; git says: fatal: /);
});
