/**
 * A Terraform of one resource whose cloud is a folder. It behaves as measured with the real one: a moved
 * state gets another lineage and serial, and the file that it moved from is emptied. `FAKE_CRASH` says where
 * it dies.
 */
export const fakeTool = String.raw`
const fs = require("node:fs");
const cloud = process.env.FAKE_CLOUD, crash = process.env.FAKE_CRASH;
const args = process.argv.slice(2);
const [bucket, remote] = [cloud + "/bucket", cloud + "/bucket/state"];
fs.mkdirSync(cloud, { recursive: true });
fs.appendFileSync(cloud + "/calls", args[0] + "\n");

const fail = (text) => { console.error(text); process.exit(1); };
const isLocal = () => fs.readFileSync(".backend", "utf8") === "local";
const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "");
const state = (lineage, serial) => JSON.stringify({ serial, lineage, resources: [
  { mode: "managed", type: "aws_s3_bucket", name: "state", instances: [{ attributes: { id: "a-bucket" } }] },
] });

function init() {
  const local = fs.readdirSync(".").some((file) => file.endsWith("_override.tf.json"));
  if (!local && !fs.existsSync(bucket)) fail('Error: S3 bucket "a-bucket" does not exist.');
  if (args.includes("-migrate-state")) migrate();
  fs.writeFileSync(".backend", local ? "local" : "remote");
}

function migrate() {
  if (crash === "migrate-early") fail("Error: connection lost");
  const moved = state("moved", 1);
  fs.writeFileSync(remote, crash === "corrupt" ? moved.replace("a-bucket", "z-bucket") : moved);
  fs.writeFileSync("terraform.tfstate", "");
  if (crash === "migrate-late") fail("Error: connection lost");
}

function plan() {
  const file = args.find((arg) => arg.startsWith("-out=")).slice(5);
  fs.writeFileSync(file, read("terraform.tfstate").includes('"serial":3') ? "no-op" : "create");
}

function apply() {
  fs.mkdirSync(bucket, { recursive: true });
  if (crash === "apply-late") {
    // What an interrupted apply leaves: the object, and a state that is not whole yet.
    fs.writeFileSync("terraform.tfstate", state("first", 1));
    fail("Error: interrupted");
  }
  fs.writeFileSync("terraform.tfstate", state("first", 3));
}

const commands = {
  init, plan, apply,
  show: () => console.log(args[1] === "-json"
    ? JSON.stringify({ resource_changes: [{ change: { actions: [read(args[2])] } }] })
    : "a plan"),
  state: () => process.stdout.write(isLocal() ? read("terraform.tfstate") : read(remote)),
};
commands[args[0]]();
`;
