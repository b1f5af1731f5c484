import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TerraformJson } from "../../constructs/terraform_json";
import type { Estate } from "./estate";

/** The state is a file: what is told here is no story of a backend. */
export function writeStack(estate: Estate, stack: string, json: TerraformJson): void {
  const folder = join(estate.folder, "cdktf.out", "stacks", stack);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(json));
  const backend = { terraform: { backend: { local: {} } } };
  writeFileSync(join(folder, "local_override.tf.json"), JSON.stringify(backend));
}
