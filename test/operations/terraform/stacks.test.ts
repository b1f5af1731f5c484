import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environmentOf, findStacks } from "../../../operations/terraform/stacks";

let synth: string;

beforeAll(() => {
  synth = mkdtempSync(join(tmpdir(), "plinth-stacks-"));
  const ids = ["prod-c01", "dev-gcp-c01", "dev-c01"];
  const stacks = Object.fromEntries(ids.map((id) => [id, { workingDirectory: `stacks/${id}` }]));
  writeFileSync(join(synth, "manifest.json"), JSON.stringify({ stacks }));
  for (const id of ids) {
    mkdirSync(join(synth, "stacks", id), { recursive: true });
    const backend = { s3: { bucket: "b", key: id } };
    writeFileSync(
      join(synth, "stacks", id, "cdk.tf.json"),
      JSON.stringify({ terraform: { backend } }),
    );
  }
});

afterAll(() => rmSync(synth, { recursive: true, force: true }));

const ids = (...args: Parameters<typeof findStacks>) => findStacks(...args).map(({ id }) => id);

test("all stacks, by id, with their backends", () => {
  expect(findStacks(synth)[0]).toEqual({
    id: "dev-c01",
    directory: join(synth, "stacks", "dev-c01"),
    backend: { kind: "s3", settings: { bucket: "b", key: "dev-c01" } },
  });
  expect(ids(synth)).toEqual(["dev-c01", "dev-gcp-c01", "prod-c01"]);
});

test("those asked for, and those of an environment", () => {
  expect(ids(synth, ["prod-c01", "dev-c01"])).toEqual(["dev-c01", "prod-c01"]);
  expect(ids(synth, [], "dev")).toEqual(["dev-c01"]);
  expect(ids(synth, [], "dev-gcp")).toEqual(["dev-gcp-c01"]);
});

test("the longest environment's name wins", () => {
  expect(environmentOf("dev-gcp-c01")).toBe("dev-gcp");
  expect(environmentOf("qa-c01")).toBeUndefined();
});

test("what is not there is named, with what is", () => {
  expect(() => findStacks(synth, ["qa-c01"])).toThrow(
    "qa-c01: no such stack; there are dev-c01, dev-gcp-c01, prod-c01",
  );
  expect(() => findStacks(synth, [], "qa")).toThrow(
    "--env qa: none of the stacks is of this environment; there are dev-c01, dev-gcp-c01, prod-c01",
  );
  expect(() => findStacks(join(synth, "none"))).toThrow(
    /manifest\.json: is not there; expected the output of "npx cdktf synth"; run it, or say where it is with --synth$/,
  );
});
