import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrap } from "../../../operations/state/bootstrap";
import { fakeTool } from "./fake_tool";

let folder: string;
let before: NodeJS.ProcessEnv;

beforeEach(() => {
  before = { ...process.env };
  folder = mkdtempSync(join(tmpdir(), "plinth-bootstrap-"));
  const tool = join(folder, "terraform.cjs");
  writeFileSync(tool, `#!${process.execPath}\n${fakeTool}`);
  chmodSync(tool, 0o755);
  Object.assign(process.env, { TERRAFORM_BINARY_NAME: tool, FAKE_CLOUD: join(folder, "cloud") });
  synthesized();
});

afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  rmSync(folder, { recursive: true, force: true });
});

function synthesized() {
  const stack = join(folder, "cdktf.out", "stacks", "dev-bootstrap");
  mkdirSync(stack, { recursive: true });
  const backend = { s3: { bucket: "a-bucket", key: "dev-bootstrap/terraform.tfstate" } };
  writeFileSync(join(stack, "cdk.tf.json"), JSON.stringify({ terraform: { backend } }));
  const stacks = { "dev-bootstrap": { workingDirectory: "stacks/dev-bootstrap" } };
  writeFileSync(join(folder, "cdktf.out", "manifest.json"), JSON.stringify({ stacks }));
}

const start = (confirm = () => Promise.resolve(true)) =>
  bootstrap({
    environment: "dev",
    synth: join(folder, "cdktf.out"),
    workspace: join(folder, "bootstrap"),
    confirm,
    progress: () => undefined,
  });

const calls = () =>
  readFileSync(join(folder, "cloud", "calls"), "utf8")
    .trim()
    .split("\n");
const applies = () => calls().filter((call) => call === "apply").length;
const copy = () => join(folder, "bootstrap", "dev-bootstrap");

test("applies with a file, moves the state, and leaves nothing on this machine", async () => {
  await expect(start()).resolves.toMatchObject({
    stack: "dev-bootstrap",
    outcome: "bootstrapped",
    state: { addresses: ["aws_s3_bucket.state"] },
  });
  expect(existsSync(join(folder, "cloud", "bucket", "state"))).toBe(true);
  expect(existsSync(copy())).toBe(false);
});

test("a second run has nothing to do", async () => {
  await start();
  await expect(start()).resolves.toMatchObject({ outcome: "already" });
  expect(applies()).toBe(1);
});

test("changes nothing when the answer is no", async () => {
  await expect(start(() => Promise.resolve(false))).resolves.toMatchObject({ outcome: "declined" });
  expect(applies()).toBe(0);
});

test.each([
  ["during the apply, after it made the bucket", "apply-late", 2],
  ["after the apply, before the move", "migrate-early", 1],
  ["after the state was written to the bucket", "migrate-late", 1],
])("interrupted %s, the next run finishes it", async (_, crash, expected) => {
  process.env["FAKE_CRASH"] = crash;
  await expect(start()).rejects.toThrow();
  expect(existsSync(copy())).toBe(true);
  delete process.env["FAKE_CRASH"];
  await expect(start()).resolves.toMatchObject({ state: { addresses: ["aws_s3_bucket.state"] } });
  expect(applies()).toBe(expected);
  expect(existsSync(copy())).toBe(false);
});

test("keeps the state on this machine when the bucket gives back another", async () => {
  process.env["FAKE_CRASH"] = "corrupt";
  await expect(start()).rejects.toThrow(
    /^dev-bootstrap: the bucket did not give back the state that was moved into it; it is kept in /,
  );
  expect(readFileSync(join(copy(), "before-migration.tfstate"), "utf8")).toContain("aws_s3_bucket");
});

test("does not touch a bucket that holds no state of the stack", async () => {
  mkdirSync(join(folder, "cloud", "bucket"), { recursive: true });
  await expect(start()).rejects.toThrow(
    "dev-bootstrap: the bucket a-bucket is there, but neither it nor this machine holds a state of the stack; " +
      "docs/state.md says how to adopt a bucket that exists (or take another name in environments/)",
  );
});

test("does not choose between two states that describe different resources", async () => {
  await start();
  mkdirSync(copy(), { recursive: true });
  const other = readFileSync(join(folder, "cloud", "bucket", "state"), "utf8").replace(
    "a-bucket",
    "b-bucket",
  );
  writeFileSync(join(copy(), "terraform.tfstate"), other);
  await expect(start()).rejects.toThrow("describes other resources than the one on this machine");
  expect(existsSync(join(copy(), "terraform.tfstate"))).toBe(true);
});

test("an environment without a bootstrap stack is named", async () => {
  const options = {
    workspace: folder,
    confirm: () => Promise.resolve(true),
    progress: () => undefined,
  };
  await expect(
    bootstrap({ environment: "qa", synth: join(folder, "cdktf.out"), ...options }),
  ).rejects.toThrow("qa-bootstrap: no such stack; there are dev-bootstrap");
});
