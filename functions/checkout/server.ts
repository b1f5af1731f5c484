import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { Signer } from "@aws-sdk/rds-signer";
import { cacheToken } from "./aws/cache_token";
import { databaseAuthorities } from "./aws/database_authorities";
import { ValkeyCarts } from "./carts/valkey";
import { jsonLog } from "./log";
import { PostgresOrders } from "./orders/postgresql";
import { Service } from "./service";
import { readSettings, type Settings } from "./settings";

/** The container's one process. Both stores are signed in to with the task role's credentials. */
const settings = readSettings(process.env);
const credentials = fromNodeProviderChain();

const service = new Service({
  orders: new PostgresOrders(databaseOf(settings)),
  carts: new ValkeyCarts(cacheOf(settings)),
  clock: Date.now,
  newId: randomUUID,
  log: jsonLog((line) => void process.stdout.write(line), Date.now, {
    service: settings.SERVICE,
    environment: settings.ENVIRONMENT,
  }),
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void service.stop().then(() => process.exit(0)));
}

void service.start(settings.PORT);

function databaseOf(given: Settings) {
  const { ORDERS_DATABASE_HOST: host, ORDERS_DATABASE_PORT: port, AWS_REGION: region } = given;
  const { ORDERS_DATABASE_USER: user, ORDERS_DATABASE_CA_FILE: file } = given;
  const signer = new Signer({ hostname: host, port, username: user, region, credentials });
  return {
    ...{ host, port, user, database: given.ORDERS_DATABASE_NAME },
    password: () => signer.getAuthToken(),
    authorities: file === undefined ? databaseAuthorities(region) : [readFileSync(file, "utf8")],
  };
}

function cacheOf(given: Settings) {
  const { CARTS_CACHE_HOST: host, CARTS_CACHE_PORT: port, AWS_REGION: region } = given;
  const { CARTS_CACHE_NAME: cache, CARTS_CACHE_USER: user } = given;
  return { host, port, user, token: () => cacheToken({ cache, user, region, credentials }) };
}
