import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Carts } from "./carts/carts";
import { createHandler } from "./handler";
import { httpServer, type Bounds, type State } from "./http/server";
import type { Log } from "./log";
import type { Orders } from "./orders/orders";
import { reasonOf, StoreError } from "./store_error";

export interface Parts {
  readonly carts: Carts & { close(): void };
  readonly orders: Orders & { migrate(): Promise<void>; close(): Promise<void> };
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: Log;
}

/** In milliseconds; together below the 30 s that ECS gives. */
export interface Grace {
  /** For the requests under way. */
  readonly requests: number;
  /** For the connections to the stores. */
  readonly stores: number;
  /** Between two attempts to make the schema, at first; it doubles up to eight times that. */
  readonly retry: number;
}

export const GRACE: Grace = { requests: 22_000, stores: 3_000, retry: 1_000 };

/** The service's life: it listens, becomes ready once the schema stands, and stops in order. */
export class Service {
  private state: State = "starting";
  private readonly server: Server;
  private readonly stopping = new AbortController();

  constructor(
    private readonly parts: Parts,
    private readonly grace: Grace = GRACE,
    bounds?: Bounds,
  ) {
    const { newId } = parts;
    const handle = createHandler(parts);
    this.server = httpServer({ handle, newId, state: () => this.state }, bounds);
  }

  /** Listens, and goes on to become ready. */
  async start(port: number): Promise<number> {
    this.server.listen(port);
    await once(this.server, "listening");
    const { port: listening } = this.server.address() as AddressInfo;
    this.parts.log("INFO", "listening", { port: listening });
    void this.becomeReady();
    return listening;
  }

  /** Accepts nothing new, ends what is under way, and closes the connections to the stores. */
  async stop(): Promise<void> {
    if (this.state === "stopping") return;
    this.state = "stopping";
    this.parts.log("INFO", "stopping", {});
    this.stopping.abort();
    const closed = new Promise((done) => this.server.close(done));
    await Promise.race([closed, pause(this.grace.requests)]);
    this.server.closeAllConnections();
    this.parts.carts.close();
    await Promise.race([this.parts.orders.close(), pause(this.grace.stores)]);
    this.parts.log("INFO", "stopped", {});
  }

  private async becomeReady(): Promise<void> {
    for (let attempt = 0; this.state === "starting"; attempt++) {
      try {
        await this.parts.orders.migrate();
        if (this.state !== "starting") return;
        this.state = "ready";
        this.parts.log("INFO", "ready", {});
      } catch (error) {
        const reason =
          error instanceof StoreError ? error.message : `unexpected ${reasonOf(error)}`;
        this.parts.log("WARN", "not ready: the schema could not be made", { reason });
        await pause(this.grace.retry * 2 ** Math.min(attempt, 3), this.stopping.signal);
      }
    }
  }
}

/** Ends early with its signal, and holds no process up. */
const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { ref: false, ...(signal ? { signal } : {}) }).catch(() => {});
