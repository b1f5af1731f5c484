import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { SynthesizedStack } from "../../constructs/synth";
import type { AwsEnvironment } from "../../model/environment";
import { SIGNED_IN } from "../constructs/support/sign_in";
import { codeOf, synthesizeAll } from "../constructs/support/synth";
import { settle } from "../../model/settle";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";

/** Users whose pages are at a host of a zone that is made with them, and a service that takes their tokens. */
export const USERS: AwsEnvironment = {
  ...{ ...SIGNED_IN, network: undefined as never },
  dns: { zone: "dev.example.com" },
};

export const NETWORK = `${USERS.name}-network`;
export const CELL = `${USERS.name}-c01`;

/** Both stacks, and code that answers nothing. */
export function writeUsers(estate: Estate): void {
  const stacks = synthesizeAll([USERS]);
  for (const id of [NETWORK, CELL]) writeStack(estate, id, stackOf(stacks, id).json);
  for (const service of settle(USERS).services) {
    const zip = join(estate.folder, "cdktf.out", "stacks", CELL, codeOf(service).fileName);
    mkdirSync(dirname(zip), { recursive: true });
    writeFileSync(zip, zipSync({ "index.js": strToU8("exports.handler = async () => ({});") }));
  }
}

function stackOf(stacks: readonly SynthesizedStack[], id: string): SynthesizedStack {
  const found = stacks.find((stack) => stack.id === id);
  if (found === undefined) throw new Error(`${id} is not among the stacks`);
  return found;
}
