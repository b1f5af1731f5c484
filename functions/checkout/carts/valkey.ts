import { createClient } from "@redis/client";
import { reasonOf, StoreError } from "../store_error";
import { content, type Cart } from "./cart";
import { KEPT_SECONDS, type Carts } from "./carts";

export interface CacheConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Asked for each new connection, and before a connection's sign-in ends. */
  readonly token: () => Promise<string>;
  /**
   * PEM certificates of those who may sign the server's.
   *
   * @default - those that Node trusts, as ElastiCache's are signed by a public authority
   */
  readonly authorities?: readonly string[];
}

/** Bounds, in milliseconds. */
export interface Limits {
  readonly connect: number;
  readonly command: number;
  /** Failures one after the other with which a connection of `age` counts as dead. */
  readonly failures: number;
  readonly age: number;
  /** The longest pause between two attempts to connect. */
  readonly pause: number;
  /**
   * When a connection signs in again; ElastiCache ends it 12 hours after the last time.
   *
   * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
   */
  readonly signIn: number;
  /** A ping keeps what stands between from forgetting the connection: 350 s of silence (AWS PrivateLink). */
  readonly ping: number;
}

export const LIMITS: Limits = {
  ...{ connect: 1_000, command: 1_000, failures: 3, age: 5_000, pause: 2_000 },
  ...{ signIn: 6 * 3_600_000, ping: 60_000 },
};

/** Carts in Valkey, one key each, over one connection that is made again when it breaks. */
export class ValkeyCarts implements Carts {
  private opened: ReturnType<typeof open>;
  private failures = 0;
  private openedAt = performance.now();
  private readonly signIn: NodeJS.Timeout;

  /** Begins to connect, and fails no sooner than a call does. */
  constructor(
    private readonly connection: CacheConnection,
    private readonly limits: Limits = LIMITS,
  ) {
    this.opened = open(connection, limits);
    this.signIn = setInterval(() => void this.signInAgain(), limits.signIn).unref();
  }

  async find(id: string): Promise<Cart | undefined> {
    const text = await this.told(this.opened.client.get(key(id)));
    if (text === null) return undefined;
    // What an older or newer version wrote and this one cannot read is no cart.
    const cart = content.safeParse(tryParse(text));
    return cart.success ? { id, ...cart.data } : undefined;
  }

  async put({ id, ...rest }: Cart): Promise<"created" | "replaced"> {
    const expiration = { type: "EX", value: KEPT_SECONDS } as const;
    const text = JSON.stringify(rest);
    const set = this.opened.client.set(key(id), text, { expiration, GET: true });
    return (await this.told(set)) === null ? "created" : "replaced";
  }

  async remove(id: string): Promise<void> {
    await this.told(this.opened.client.del(key(id)));
  }

  close(): void {
    clearInterval(this.signIn);
    this.opened.close();
  }

  private async told<T>(reply: Promise<T>): Promise<T> {
    try {
      const value = await this.bounded(reply);
      this.failures = 0;
      return value;
    } catch (error) {
      this.failures += 1;
      const old = performance.now() - this.openedAt >= this.limits.age;
      if (old && this.failures >= this.limits.failures) this.connectAgain();
      throw error instanceof StoreError ? error : new StoreError("carts", nameOf(error));
    }
  }

  /** The client's own timeout ends as soon as a command is sent. */
  private bounded<T>(reply: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_, fail) => {
      const late = new StoreError("carts", "TimeoutError");
      timer = setTimeout(() => fail(late), this.limits.command);
    });
    return Promise.race([reply, expired]).finally(() => clearTimeout(timer));
  }

  /** The other side may have gone without a word: the kernel would notice after a quarter of an hour. */
  private connectAgain(): void {
    this.opened.close();
    this.opened = open(this.connection, this.limits);
    [this.failures, this.openedAt] = [0, performance.now()];
  }

  private async signInAgain(): Promise<void> {
    try {
      const { client } = this.opened;
      const password = await this.connection.token();
      await client.auth({ username: this.connection.user, password });
    } catch {
      // The connection lives on until the server ends it, and the next one signs in by itself.
    }
  }
}

const key = (id: string): string => `cart:${id}`;

function open(connection: CacheConnection, limits: Limits) {
  const { host, port, user: username, token, authorities } = connection;
  const life = new AbortController();
  const client = createClient({
    socket: {
      ...{ host, port, tls: true, connectTimeout: limits.connect },
      ...(authorities === undefined ? {} : { ca: [...authorities] }),
      reconnectStrategy: (retries) => Math.min(50 * 2 ** Math.min(retries, 10), limits.pause),
    },
    credentialsProvider: {
      type: "async-credentials-provider",
      credentials: async () => {
        // A client that is closed while its socket opens would go on to sign in, and stay.
        life.signal.throwIfAborted();
        return { username, password: await token() };
      },
    },
    pingInterval: limits.ping,
    // A caller is told at once that there is no connection, and need not wait for one.
    disableOfflineQueue: true,
    // Neither is known to ElastiCache.
    disableClientInfo: true,
    maintNotifications: "disabled",
  });
  // Without a listener, a connection that breaks would end the process; a command tells its caller.
  client.on("error", () => {});
  client.connect().catch(() => {});
  const close = () => {
    life.abort();
    client.destroy();
  };
  return { client, close };
}

/** The client's errors have no name of their own; their classes do. */
function nameOf(error: unknown): string {
  const reason = reasonOf(error);
  return reason === "Error" && error instanceof Error ? error.constructor.name : reason;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
