import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A program that runs until it is stopped. */
export interface Server {
  stop(): Promise<void>;
}

/** Ends the whole group when standard input closes: also when whoever started it was killed. */
const GUARD = '"$@" & read -r _; kill 0';

/** @param log - the file that takes what it says */
export function startServer(
  binary: string,
  args: readonly string[],
  log: string,
  env: Readonly<Record<string, string>> = {},
): Server {
  const file = openSync(log, "w");
  // A group of its own: the processes that an emulator starts for functions end with it.
  const child = spawn("sh", ["-c", GUARD, "sh", binary, ...args], {
    detached: true,
    stdio: ["pipe", file, file],
    env: { ...process.env, ...env },
  });
  closeSync(file);
  return { stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  signal(child, "SIGTERM");
  await Promise.race([ended(child), sleep(5_000, undefined, { ref: false })]);
  signal(child, "SIGKILL");
}

function signal({ pid }: ChildProcess, name: "SIGTERM" | "SIGKILL"): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch {
    // It has ended already.
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Waits until somebody listens. @throws after a minute */
export async function listening(port: number): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await accepts(port))) {
    if (Date.now() > end) throw new Error(`nobody listens on port ${port} after 60 s`);
    await sleep(200);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
  });
}
