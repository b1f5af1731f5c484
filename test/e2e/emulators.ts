import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { toolPath } from "../../tools/find";

/** Two emulators of AWS side by side; which one serves a service is said by environment variables alone. */
export interface Emulators {
  /** For Terraform, OpenTofu, the S3 backend, `plinth` and every SDK alike. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export const ACCOUNT = "123456789012";

/** IAM and STS by moto, everything else (events, functions, tables, buckets, keys) by ministack. */
export async function startEmulators(logs: string): Promise<Emulators> {
  const [moto, ministack] = [await freePort(), await freePort()];
  const started = [
    start(toolPath("moto"), ["-H", "127.0.0.1", "-p", String(moto)], join(logs, "moto.log"), {
      MOTO_IAM_LOAD_MANAGED_POLICIES: "true",
    }),
    start(toolPath("ministack"), [], join(logs, "ministack.log"), {
      BIND_HOST: "127.0.0.1",
      GATEWAY_PORT: String(ministack),
      MINISTACK_ACCOUNT_ID: ACCOUNT,
      // Functions run as processes of this machine, from the deployed zip: no container is needed.
      LAMBDA_EXECUTOR: "local",
      IOT_MTLS_ENABLED: "0",
      SFTP_ENABLED: "0",
      ...routes(moto, ministack),
    }),
  ];
  await Promise.all([listening(moto), listening(ministack)]);
  return {
    env: routes(moto, ministack),
    async stop() {
      started.forEach((child) => signal(child, "SIGTERM"));
      await Promise.race([
        Promise.all(started.map(ended)),
        sleep(5_000, undefined, { ref: false }),
      ]);
      started.forEach((child) => signal(child, "SIGKILL"));
    },
  };
}

/** An endpoint of S3 alone would make Terraform address buckets by host name, which needs DNS. */
const routes = (moto: number, ministack: number) => ({
  AWS_ENDPOINT_URL: `http://127.0.0.1:${ministack}`,
  AWS_ENDPOINT_URL_IAM: `http://127.0.0.1:${moto}`,
  AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${moto}`,
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_REGION: "us-east-1",
  AWS_DEFAULT_REGION: "us-east-1",
  AWS_EC2_METADATA_DISABLED: "true",
});

/** Ends the whole group when standard input closes: also when whoever started it was killed. */
const GUARD = '"$@" & read -r _; kill 0';

function start(binary: string, args: string[], log: string, env: Record<string, string>) {
  const file = openSync(log, "w");
  // A group of its own: the processes that an emulator starts for functions end with it.
  const child = spawn("sh", ["-c", GUARD, "sh", binary, ...args], {
    detached: true,
    stdio: ["pipe", file, file],
    env: { ...process.env, ...env },
  });
  closeSync(file);
  return child;
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

async function listening(port: number): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await accepts(port))) {
    if (Date.now() > end) throw new Error(`no emulator listens on port ${port} after 60 s`);
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
