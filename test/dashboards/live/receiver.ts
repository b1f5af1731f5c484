import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What Alertmanager's webhook tells of one alert. */
export interface Notified {
  readonly status: "firing" | "resolved";
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** One call of a receiver. */
export interface Call {
  readonly path: string;
  readonly token?: string;
  readonly alerts: readonly Notified[];
}

/** Listens where the receivers of a generated Alertmanager configuration would, and keeps what it is told. */
export class Receiver {
  readonly calls: Call[] = [];

  readonly #server = createServer((request, response) => {
    void read(request).then((call) => {
      this.calls.push(call);
      response.end();
    });
  });

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  /** As `alerting` declares addresses. */
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

async function read(request: IncomingMessage): Promise<Call> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const { alerts } = JSON.parse(text) as Pick<Call, "alerts">;
  const token = request.headers.authorization;
  return { path: request.url ?? "", alerts, ...(token !== undefined && { token }) };
}
