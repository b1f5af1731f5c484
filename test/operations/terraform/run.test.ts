import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { terraformBinary, terraformEnvironment } from "../../../operations/terraform/environment";
import { withPlanFile } from "../../../operations/terraform/plan_file";
import { run } from "../../../operations/terraform/run";

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "plinth-run-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A tool of our own making, which does what it is told in JavaScript. */
function tool(script: string) {
  const file = join(folder, "tool.cjs");
  writeFileSync(file, script);
  return { binary: process.execPath, args: [file], directory: folder, env: { PATH: "/usr/bin" } };
}

test("gives the standard output of a run", async () => {
  await expect(run(tool('console.log("planned")'))).resolves.toBe("planned\n");
});

test("throws what the tool wrote to its standard error", async () => {
  const failing = tool(
    'console.error("╷\\n│ Error: Saved plan is stale\\n╵"); process.exitCode = 1',
  );
  await expect(run(failing)).rejects.toMatchObject({
    name: "TerraformError",
    kind: "stale-plan",
    message: "Error: Saved plan is stale",
  });
});

test("passes an interrupt on once, however often it comes", async () => {
  const counting = tool(`
    let seen = 0;
    process.on("SIGINT", () => (seen += 1));
    console.log("ready");
    setTimeout(() => { console.error("interrupts: " + seen); process.exit(1); }, 600);`);
  const interrupt = () =>
    void (process.emit("SIGINT"), process.emit("SIGTERM"), process.emit("SIGINT"));
  const ended = run({ ...counting, onOutput: interrupt });
  await expect(ended).rejects.toMatchObject({ kind: "interrupted", message: "interrupts: 1" });
  expect(process.listenerCount("SIGHUP")).toBe(0);
});

test("says how to get a tool that is not there", async () => {
  const missing = { ...tool(""), binary: "no-such-terraform" };
  await expect(run(missing)).rejects.toThrow(
    /^no-such-terraform: cannot be run .*install Terraform 1\.11 or OpenTofu 1\.10, or say which in TERRAFORM_BINARY_NAME$/,
  );
});

test("a plan file is read by its owner only, and gone at the end, also of a failure", async () => {
  let at = "";
  const failing = withPlanFile((file) => {
    at = file;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    return Promise.reject(new Error("no plan"));
  });
  await expect(failing).rejects.toThrow("no plan");
  expect(existsSync(dirname(at))).toBe(false);
});

test("a CLI configuration that is not there is left out", () => {
  const env = { HOME: "/home/ann", TF_CLI_CONFIG_FILE: join(folder, "none.tfrc") };
  expect(terraformEnvironment(env)).toEqual({
    HOME: "/home/ann",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
  });
  const there = { TF_CLI_CONFIG_FILE: __filename };
  expect(terraformEnvironment(there)).toMatchObject(there);
});

test("the tool is the one that cdktf runs", () => {
  expect(terraformBinary({})).toBe("terraform");
  expect(terraformBinary({ TERRAFORM_BINARY_NAME: "tofu" })).toBe("tofu");
});
