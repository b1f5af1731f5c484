import { existsSync } from "node:fs";
import { join } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import { ID, TYPE } from "../../policies/gate/rules/metadata";
import { UserError } from "../cli/errors";
import { rulesFor } from "../rules";
import { writeWhole } from "../write";
import { ruleText, testText, type NewRule } from "./template";

interface Flags {
  readonly id: string;
  readonly type: string;
  readonly attribute: string;
}

/** `plinth policy new`. */
export function register(policy: Command): void {
  policy
    .command("new")
    .description("Write a rule of one's own, and its test, to start from.")
    .argument("<folder>", "where one's own rules lie, such as rules")
    .argument("<name>", "folder and package of the rule, such as team/queue_names", nameOf)
    .requiredOption("--id <id>", "its id, such as TEAM-SQS-001", matching(ID, "TEAM-SQS-001"))
    .requiredOption("--type <type>", "the resource type it judges", matching(TYPE, "aws_sqs_queue"))
    .requiredOption("--attribute <name>", "what such a resource must set", matching(TYPE, "name"))
    .addHelpText("after", HELP)
    .action((folder: string, parts: readonly string[], flags: Flags) => {
      for (const path of writeRule(folder, parts, flags)) process.stdout.write(`${path}\n`);
    });
}

const matching = (pattern: RegExp, example: string) => (text: string) => {
  if (pattern.test(text)) return text;
  throw new InvalidArgumentError(`Expected one such as ${example}.`);
};

const PART = /^[a-z][a-z0-9_]*$/;

/** Of Rego, and what Plinth's packages and tests are called. */
const TAKEN =
  /^(as|contains|data|default|else|every|false|if|import|in|input|not|null|package|some|true|with|lib|main|dispatch)$|_test$/;

function nameOf(text: string): string[] {
  const parts = text.split("/");
  if (parts.every((part) => PART.test(part) && !TAKEN.test(part))) return parts;
  throw new InvalidArgumentError(
    "Expected lower-case words with slashes between them, none of them Rego's or Plinth's: team/queue_names.",
  );
}

/** @returns what was written. @throws UserError when a file, or the id, is there already */
function writeRule(folder: string, parts: readonly string[], flags: Flags): string[] {
  const at = join(folder, ...parts, parts.at(-1) ?? "");
  const rule: NewRule = { ...flags, package: parts.join(".") };
  const files = new Map([
    [`${at}.rego`, ruleText(rule)],
    [`${at}_test.rego`, testText(rule)],
  ]);
  for (const path of files.keys()) {
    if (existsSync(path)) throw new UserError(`${path}: is there already; nothing was written`);
  }
  if (rulesFor().some(({ id }) => id === flags.id))
    throw new UserError(`--id: there is a rule ${flags.id} already; nothing was written`);
  for (const [path, text] of files) writeWhole(path, text);
  return [...files.keys()];
}

const HELP = `
The rule asks for an attribute: change it, and its test, to what you need.
Exit codes: 0 written, 1 not.

Examples:
  $ npx plinth policy new rules team/queue_names --id TEAM-SQS-001 --type aws_sqs_queue --attribute name
  $ opa test policies/lib rules
  $ npx plinth policy build rules`;
