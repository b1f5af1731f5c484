import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { TerraformJson } from "../../constructs/terraform_json";
import { dev } from "../../environments/dev";
import { awsShiftNames } from "../../model/names";
import { rolledApi, settledOne } from "../constructs/support/rollout";
import { cellOf, codeOf } from "../constructs/support/synth";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";

export const CELL = "dev-c01";
export const HANDLER = "dev-c01-storefront-handler";
export const ALARM = "dev-c01-storefront-availability-burn";
export const { application: APPLICATION, group: GROUP } = awsShiftNames(HANDLER);

const API = rolledApi({ strategy: "canary" });

/** The digest by which Terraform sees that the code is another; the emulator does not check it. */
const DIGESTS = [..."12"].map((digit) => Buffer.alloc(32, digit).toString("base64"));

/**
 * The cell of an API whose calls are handed over by a canary. No emulator has all of CodeDeploy, so what Terraform makes of it
 * is left out, and its names stand where they were referred to.
 *
 * @param version - of the code: 1 or 2
 */
export function rolloutStack(version: 1 | 2): TerraformJson {
  const { json } = cellOf({ ...dev, services: [API] });
  const kept = Object.entries(json.resource ?? {}).filter(
    ([type]) => !type.startsWith("aws_codedeploy_"),
  );
  const named = JSON.stringify({ ...json, resource: Object.fromEntries(kept) })
    .replaceAll(/\$\{aws_codedeploy_app\.\w+\.name\}/g, APPLICATION)
    .replaceAll(/\$\{aws_codedeploy_deployment_group\.\w+\.deployment_group_name\}/g, GROUP);
  const stack = JSON.parse(named) as TerraformJson;
  const handler = stack.resource?.["aws_lambda_function"]?.["storefront_handler"];
  Object.assign(handler ?? {}, { source_code_hash: DIGESTS[version - 1] });
  return stack;
}

/** The stack, and code that says which it is. */
export function writeVersion(estate: Estate, version: 1 | 2): void {
  writeStack(estate, CELL, rolloutStack(version));
  const { fileName } = codeOf(settledOne(API));
  const zip = join(estate.folder, "cdktf.out", "stacks", CELL, fileName);
  mkdirSync(dirname(zip), { recursive: true });
  const code = `exports.handler = async () => ({ statusCode: 200, body: "${version}" });`;
  writeFileSync(zip, zipSync({ "index.js": strToU8(code) }));
}
