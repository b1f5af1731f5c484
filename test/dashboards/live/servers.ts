import { toolPath } from "../../../tools/find";
import { freePort, startServer, type Server } from "../../e2e/servers";
import { until } from "../../e2e/until";
import type { Outdir } from "../outdir";
import type { Receiver } from "./receiver";

const ADDRESS = "https://alerts.dev.example.com";

/** A server with an address of its own. */
export interface Reachable extends Server {
  readonly url: string;
}

/** A real Alertmanager with dev's configuration, whose receivers are ours. @returns once it is ready */
export async function startAlertmanager(
  text: string,
  receiver: Receiver,
  out: Outdir,
): Promise<Reachable> {
  const file = out.write("alertmanager.yaml", text.replaceAll(ADDRESS, receiver.address));
  for (const [, name] of text.matchAll(/credentials_file: secrets\/(\S+)/g)) {
    out.write(`secrets/${name}`, `token-of-${name}`);
  }
  return startReachable("alertmanager", out, await freePort(), [
    `--config.file=${file}`,
    `--storage.path=${out.path}/alertmanager`,
    "--cluster.listen-address=",
  ]);
}

/** Starts a server of the Prometheus project. @returns once it is ready */
export async function startReachable(
  tool: "alertmanager" | "prometheus",
  out: Outdir,
  port: number,
  args: readonly string[],
): Promise<Reachable> {
  const address = `127.0.0.1:${port}`;
  const url = `http://${address}`;
  const server = startServer(
    toolPath(tool),
    [...args, `--web.listen-address=${address}`, "--log.level=warn"],
    out.write(`${tool}.log`, ""),
  );
  await until(
    60,
    async () => (await fetch(`${url}/-/ready`).catch(() => undefined))?.ok || undefined,
  );
  return { url, stop: () => server.stop() };
}
