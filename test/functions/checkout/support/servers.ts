import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@redis/client";
import { Client, type QueryResultRow } from "pg";
import { toolPath } from "../../../../tools/find";

/** Debian's `nobody`: PostgreSQL does not run as root. */
const NOBODY = 65_534;
const AS_ROOT = process.getuid?.() === 0;
const OTHER_USER = AS_ROOT ? { uid: NOBODY, gid: NOBODY } : {};

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Waits until it does not throw. */
export async function eventually<T>(work: () => Promise<T> | T, milliseconds = 15_000): Promise<T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(50);
    }
  }
}

/** A server of this test's own, with a folder and a certificate for `localhost` that are gone with it. */
abstract class RealServer {
  readonly folder = mkdtempSync(join(tmpdir(), "plinth-store-"));
  readonly port: Promise<number> = freePort();
  private child: ChildProcess | undefined;

  constructor() {
    makeCertificate(this.folder, "localhost");
    if (!AS_ROOT) return;
    for (const name of ["", "key.pem", "cert.pem"]) {
      chownSync(join(this.folder, name), NOBODY, NOBODY);
    }
  }

  get certificate(): string {
    return readFileSync(this.certificateFile, "utf8");
  }

  get certificateFile(): string {
    return join(this.folder, "cert.pem");
  }

  protected run(command: string, args: readonly string[]): void {
    this.child = spawn(command, args, { ...OTHER_USER, cwd: this.folder, stdio: "ignore" });
  }

  /** Stops its process for a while; SIGCONT lets it go on. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.child?.kill(signal);
  }

  async halt(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGCONT");
    child.kill("SIGINT");
    await gone;
  }

  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.folder, { recursive: true });
  }
}

/** Writes `cert.pem` and `key.pem`: a certificate that is its own authority. */
export function makeCertificate(folder: string, host: string): void {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc"];
  const names = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=DNS:${host}`];
  const files = ["-keyout", join(folder, "key.pem"), "-out", join(folder, "cert.pem")];
  const args = ["req", "-x509", "-days", "2", ...key, ...names, ...files];
  execFileSync(toolPath("openssl"), args, { stdio: "ignore" });
}

/** What docs/data.md has an administrator say to a new database, with the role that RDS brings. */
const FIRST_USER = [
  "CREATE ROLE rds_iam",
  "CREATE DATABASE orders",
  "CREATE USER app_checkout",
  "GRANT rds_iam TO app_checkout",
  "GRANT CREATE, CONNECT ON DATABASE orders TO app_checkout",
];

/** PostgreSQL with the database `orders`, and the user `app_checkout` who comes by TLS. */
export class RealPostgres extends RealServer {
  /** @param auth how the user signs in: `trust` takes any password */
  constructor(private readonly auth: "scram-sha-256" | "trust") {
    super();
  }

  async start(): Promise<this> {
    const program = (name: string) => join(dirname(realpathSync(toolPath("postgres"))), name);
    const data = join(this.folder, "data");
    const init = ["--pgdata", data, "--username", "postgres", "--auth", "trust", "--no-sync"];
    const options = { ...OTHER_USER, cwd: this.folder, stdio: "ignore" } as const;
    execFileSync(program("initdb"), [...init, "--encoding", "UTF8", "--locale", "C"], options);
    const rules = ["local all postgres trust", `hostssl orders app_checkout all ${this.auth}`];
    writeFileSync(join(data, "pg_hba.conf"), `${rules.join("\n")}\n`);
    await this.go();
    for (const sql of FIRST_USER) await this.ask(sql, "postgres");
    await this.ask("GRANT CREATE, USAGE ON SCHEMA public TO app_checkout");
    return this;
  }

  /** Starts it, at first or again after `halt`. */
  async go(): Promise<void> {
    const data = join(this.folder, "data");
    const tls = { ssl: "on", ssl_cert_file: "../cert.pem", ssl_key_file: "../key.pem" };
    const settings = { ...tls, listen_addresses: "localhost", fsync: "off" };
    const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const where = ["-D", data, "-p", String(await this.port), "-k", this.folder];
    this.run(realpathSync(toolPath("postgres")), [...where, ...args]);
    await eventually(() => this.ask("SELECT 1", "postgres"));
  }

  /** As the administrator, over its socket. */
  async ask<Row extends QueryResultRow>(sql: string, database = "orders"): Promise<Row[]> {
    return this.asAdministrator(async (client) => (await client.query<Row>(sql)).rows, database);
  }

  async asAdministrator<T>(work: (client: Client) => Promise<T>, database = "orders"): Promise<T> {
    const client = new Client({
      ...{ host: this.folder, port: await this.port, user: "postgres", database },
    });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

/** Valkey, or a Redis that does as well, with the user `app_checkout` who comes by TLS. */
export class RealValkey extends RealServer {
  /** @param password in the words of an access list: `>secret`, or `nopass` for any */
  constructor(private readonly password: string) {
    super();
  }

  async start(): Promise<this> {
    const lines = [
      "bind 127.0.0.1 -::1",
      "port 0",
      `tls-port ${await this.port}`,
      "tls-cert-file cert.pem",
      "tls-key-file key.pem",
      "tls-ca-cert-file cert.pem",
      "tls-auth-clients no",
      `unixsocket ${this.socket}`,
      'save ""',
      "user default off",
      "user administrator on nopass ~* &* +@all",
      // As constructs/aws/data/cache.ts says it.
      `user app_checkout on ${this.password} ~* +@all -@admin -@dangerous`,
    ];
    writeFileSync(join(this.folder, "server.conf"), `${lines.join("\n")}\n`);
    await this.go();
    return this;
  }

  /** Starts it, at first or again after `halt`. */
  async go(): Promise<void> {
    this.run(toolPath("valkey"), [join(this.folder, "server.conf")]);
    await eventually(() => this.ask("PING"));
  }

  /** As the administrator, over its socket. */
  async ask(...command: string[]): Promise<unknown> {
    const client = createClient({
      ...{ socket: { path: this.socket, tls: false as const, reconnectStrategy: false as const } },
      ...{ username: "administrator", password: "any" },
    });
    client.on("error", () => {});
    await client.connect();
    try {
      return await client.sendCommand(command);
    } finally {
      client.destroy();
    }
  }

  private get socket(): string {
    return join(this.folder, "server.sock");
  }
}
