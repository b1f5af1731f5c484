import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { NextStep } from "./table";

/** What decides which steps come next. */
export interface Situation {
  /** Stack ids in the order in which they are built; the first service stack is the example. */
  readonly stacks: readonly string[];
  readonly verdict: "pass" | "deny" | "undetermined";
  /** The tool that can plan here. */
  readonly tool: "terraform" | "tofu" | undefined;
}

/** What a person runs after `npm start`. */
export function nextSteps({ stacks, verdict, tool }: Situation): NextStep[] {
  const gate: NextStep =
    verdict === "pass"
      ? { command: "npx plinth gate --help", why: "judge plans and stacks in other formats" }
      : { command: "npx plinth gate", why: "read every finding, with the line to change" };
  const stack = stacks.find((id) => !id.endsWith("-bootstrap")) ?? stacks[0];
  return stack === undefined ? [gate] : [gate, planStep(stack, tool)];
}

function planStep(stack: string, tool: Situation["tool"]): NextStep {
  if (tool === undefined)
    return {
      command: `npx cdktf plan ${stack}`,
      why: "plan one stack, once Terraform >= 1.11 or OpenTofu >= 1.10 is on the PATH",
    };
  const prefix = tool === "tofu" ? "TERRAFORM_BINARY_NAME=tofu " : "";
  return {
    command: `${prefix}npx cdktf plan ${stack}`,
    why: "plan one stack with the cloud's credentials",
  };
}

/** Terraform where it is on the PATH, because cdktf runs it unless told otherwise; else OpenTofu. */
export function findTool(path: string | undefined): Situation["tool"] {
  return (["terraform", "tofu"] as const).find((name) => onPath(name, path ?? ""));
}

function onPath(name: string, path: string): boolean {
  const suffixes = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  return path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .some((folder) => suffixes.some((suffix) => isExecutable(join(folder, name + suffix))));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
