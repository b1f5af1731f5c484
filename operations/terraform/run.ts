import { spawn, type ChildProcess } from "node:child_process";
import { messageOf, UserError } from "../cli/errors";
import { terraformError } from "./errors";

export interface Run {
  readonly binary: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  /** Called with each part of the tool's standard output as it comes; @default it is only collected */
  readonly onOutput?: ((text: string) => void) | undefined;
}

/**
 * Runs Terraform or OpenTofu to its end and gives its standard output.
 *
 * An interrupt of this process is passed on once and once only: at the first the tool finishes what
 * it has begun, writes the state and frees the lock; at a second it drops all of that.
 *
 * @throws {TerraformError} when it fails; the message is what it wrote to its standard error
 * @throws {UserError} when it cannot be started
 */
export async function run(options: Run): Promise<string> {
  // A group of its own: Ctrl-C in a terminal reaches a whole group, and the tool must not get it
  // both from there and from us.
  const child = spawn(options.binary, options.args, {
    cwd: options.directory,
    env: options.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const interrupts = forwardOneInterrupt(child);
  try {
    const [stdout, stderr, code] = await Promise.all([
      collect(child, "stdout", options.onOutput),
      collect(child, "stderr"),
      exitOf(child, options),
    ]);
    if (code === 0) return stdout;
    throw terraformError(`${options.binary} ${options.args[0] ?? ""}`, stderr, interrupts.seen());
  } finally {
    interrupts.stop();
  }
}

function forwardOneInterrupt(child: ChildProcess) {
  let seen = false;
  const pass = () => {
    if (!seen) child.kill("SIGINT");
    seen = true;
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, pass);
  return {
    seen: () => seen,
    stop: () => signals.forEach((signal) => process.off(signal, pass)),
  };
}

async function collect(
  child: ChildProcess,
  stream: "stdout" | "stderr",
  onOutput?: (text: string) => void,
): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of child[stream] ?? []) {
    parts.push(part as Buffer);
    onOutput?.((part as Buffer).toString("utf8"));
  }
  return Buffer.concat(parts).toString("utf8");
}

function exitOf(child: ChildProcess, { binary }: Run): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("close", resolve);
    child.once("error", (error) =>
      reject(
        new UserError(
          `${binary}: cannot be run (${messageOf(error)}); install Terraform 1.11 or OpenTofu 1.10, or say which in TERRAFORM_BINARY_NAME`,
        ),
      ),
    );
  });
}
