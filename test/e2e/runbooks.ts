import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { toolPath } from "../../tools/find";
import { repository, succeed } from "./commands";
import { IN_MOTO } from "./emulators";
import type { Estate } from "./estate";

const FOLDER = join(repository, "test", "golden", "dev", "runbooks");

/** Of these neither emulator has the API; the CLI alone checks their arguments, and sends nothing. */
const NOT_EMULATED = /^aws sqs \w+-message-move-tasks? /;

/** Version 1 of the CLI, which PyPI has, asks for queues by a host name of its own, whatever the environment says. */
const TO_EMULATOR = `aws() {
  case "$1" in
    ${Object.entries(IN_MOTO)
      .map(([name, service]) => `${commandOf(service)}) url="$AWS_ENDPOINT_URL_${name}" ;;`)
      .join("\n    ")}
    *) url="$AWS_ENDPOINT_URL" ;;
  esac
  command aws --endpoint-url "$url" "$@"
}`;

/** What a runbook's reader fills in. */
export type Blanks = Readonly<Partial<Record<"VERSION" | "HANDLE", string>>>;

/** Each command of the AWS CLI in the runbooks of `dev`, once. */
export function runbookCommands(): string[] {
  const pages = readdirSync(FOLDER).sort();
  return commandsIn(pages.map((page) => readFileSync(join(FOLDER, page), "utf8")));
}

/** Each command of the AWS CLI in these pages, once. */
export function commandsIn(pages: readonly string[]): string[] {
  const blocks = pages.flatMap(shellOf);
  return [...new Set(blocks)].filter((command) => command.startsWith("aws "));
}

/** The commands of a page's shell blocks, a line each. */
const shellOf = (page: string): string[] =>
  [...page.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block = ""]) =>
    block
      .replaceAll(/\\\n\s*/g, "")
      .trim()
      .split("\n"),
  );

/**
 * Runs a command of a runbook as its reader would, in a shell.
 *
 * @returns what it wrote @throws when it fails
 */
export async function runCommand(estate: Estate, command: string, blanks: Blanks): Promise<string> {
  const filled = Object.entries(blanks).reduce(
    (text, [blank, value]) => text.replace(blank, value),
    command,
  );
  const line = NOT_EMULATED.test(command) ? `${filled} --generate-cli-skeleton output` : filled;
  const path = `${dirname(toolPath("awscli"))}:${process.env["PATH"] ?? ""}`;
  const env = { ...estate.env, PATH: path, AWS_PAGER: "" };
  return succeed("bash", ["-ec", `${TO_EMULATOR}; ${line}`], { cwd: estate.folder, env });
}

/** How the CLI calls a service. */
function commandOf(service: string): string {
  const renamed: Readonly<Record<string, string>> = {
    ...{ elasticloadbalancing: "elbv2", elasticfilesystem: "efs" },
  };
  return renamed[service] ?? service;
}
