import { dev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { prod } from "../../../environments/prod";
import { catalogImages } from "../../../environments/services/catalog-images";
import { orders } from "../../../environments/services/orders";
import type { EnvironmentDeclaration } from "../../../model/environment";
import type {
  GeneratedValueDeclaration,
  RotationDeclaration,
  SecretDeclaration,
} from "../../../model/secrets/declaration";
import { problemsOf, settle } from "../../../model/settle";
import { onAws } from "../fixtures";

const SECRETS = {
  "webhook-key": { description: "Signs what we tell others." },
  "stripe-key": {
    description: "Takes payments; made in the provider's console.",
    recoveryWindow: "14d",
  },
} as const satisfies Readonly<Record<string, SecretDeclaration>>;

const secretsIn = (environment: EnvironmentDeclaration) =>
  settle({ ...environment, services: [{ ...orders, secrets: SECRETS }] }).services[0]?.secrets;

test("a service that says nothing has none", () => {
  expect(settle({ ...dev, services: [orders] }).services[0]?.secrets).toEqual([]);
});

test("a deleted secret comes back for 30 days in production, for 7 in development, or as declared", () => {
  const declared = {
    name: "stripe-key",
    description: "Takes payments; made in the provider's console.",
    recoveryWindowDays: 14,
  };
  const webhook = { name: "webhook-key", description: "Signs what we tell others." };
  expect(secretsIn(dev)).toEqual([declared, { ...webhook, recoveryWindowDays: 7 }]);
  expect(secretsIn(prod)).toEqual([declared, { ...webhook, recoveryWindowDays: 30 }]);
});

test("a value that is made up has 32 characters of every kind, or as declared", () => {
  const generated = (generate: GeneratedValueDeclaration) =>
    settle({
      ...{ ...dev, tool: { name: "opentofu", version: "1.11" } },
      services: [{ ...orders, secrets: { it: { description: "Signs.", generate } } }],
    }).services[0]?.secrets[0]?.generated;
  expect(generated({})).toEqual({ length: 32, punctuation: true, version: 1 });
  const declared = { length: 64, punctuation: false, version: 3 };
  expect(generated(declared)).toEqual(declared);
});

test("a secret that is rotated says how often and by which code; the rest has defaults", () => {
  const rotated = (rotate: RotationDeclaration, environment: EnvironmentDeclaration = dev) =>
    settle({
      ...environment,
      services: [{ ...orders, secrets: { it: { description: "Signs.", rotate } } }],
    }).services[0]?.secrets[0]?.rotation;
  const code = "functions/rotation";
  expect(rotated({ code, every: "30d" })).toEqual({
    ...{ code, everyDays: 30, random: false, timeoutSeconds: 60, logRetentionDays: 30 },
  });
  expect(rotated({ code, every: "7d", random: true, timeout: "5m" }, prod)).toEqual({
    ...{ code, everyDays: 7, random: true, timeoutSeconds: 300, logRetentionDays: 90 },
  });
});

const ROTATE = { code: "functions/rotation", every: "30d" };

test.each<[string, string, unknown, string]>([
  [
    "a rotation that never comes",
    "it",
    { ...ROTATE, every: "12h" },
    'orders.secrets.it.rotate.every: expected a number of days from "1d" to "1000d", got "12h"',
  ],
  [
    "a step that takes longer than a function may",
    "it",
    { ...ROTATE, timeout: "16m" },
    'orders.secrets.it.rotate.timeout: expected a duration from "1s" to "15m", got "16m"',
  ],
  [
    "code that is nowhere",
    "it",
    { every: "30d" },
    "orders.secrets.it.rotate.code: expected a folder of the repository such as functions/orders, got nothing",
  ],
])("%s is a problem", (_, name, rotate, message) => {
  expect(onAws("secrets", { [name]: { description: "Signs.", rotate } })).toEqual([message]);
});

test("a function that rotates has 64 characters for its name", () => {
  const service = {
    ...orders,
    name: "a-service-of-a-shop1",
    secrets: { "a-key-of-a-provider-far-away-x": { description: "Signs.", rotate: ROTATE } },
  } as const;
  expect(
    problemsOf({ ...prod, name: "production", services: [service] as never }).map(
      ({ path, message }) => `${path}: ${message}`,
    ),
  ).toContain(
    'a-service-of-a-shop1.secrets.a-key-of-a-provider-far-away-x: expected a name that is 11 characters shorter, since the function that rotates it would be called production-c01-a-service-of-a-shop1-a-key-of-a-provider-far-away-x-rotation and has at most 64, got "a-key-of-a-provider-far-away-x"',
  );
});

test("a value that an apply makes up is not rotated too", () => {
  const services = [
    { ...orders, secrets: { it: { description: "Signs.", generate: {}, rotate: ROTATE } } },
  ] as never;
  const tool = { name: "opentofu", version: "1.11" } as const;
  expect(
    problemsOf({ ...dev, tool, services }).map(({ path, message }) => `${path}: ${message}`),
  ).toEqual([
    "orders.secrets.it.rotate: expected either `generate` or `rotate`: an apply that makes up a value would put it over the one that code has told others; have the code make the first one too, got both",
  ]);
});

test.each<[string, unknown, string]>([
  ["a list", ["stripe-key"], "orders.secrets: expected an object of secrets by name"],
  [
    "one that nobody can give a value",
    { "stripe-key": {} },
    "orders.secrets.stripe-key.description: expected what the secret opens, in a sentence of at most 500 characters, got nothing",
  ],
  [
    "a value",
    { "stripe-key": { description: "Takes payments.", value: "sk" } },
    "orders.secrets.stripe-key.value: expected no such property; remove it or correct its name",
  ],
  [
    "one that is gone at once",
    { "stripe-key": { description: "Takes payments.", recoveryWindow: "0d" } },
    'orders.secrets.stripe-key.recoveryWindow: expected a number of days from "7d" to "30d", got "0d"',
  ],
  [
    "one that is guessed",
    { "stripe-key": { description: "Takes payments.", generate: { length: 8 } } },
    "orders.secrets.stripe-key.generate.length: expected a whole number from 16 to 4096, got 8",
  ],
  [
    "one whose version is none",
    { "stripe-key": { description: "Takes payments.", generate: { version: 0 } } },
    "orders.secrets.stripe-key.generate.version: expected a whole number from 1 to 1000000, got 0",
  ],
  [
    "one that a tool would keep",
    { "stripe-key": { description: "Takes payments.", generate: {} } },
    "orders.secrets.stripe-key.generate: expected write-only arguments, which Terraform and OpenTofu have from 1.11 on, so that no state holds the value; declare `tool` in dev with such a version, got no declared tool",
  ],
])("%s is a problem", (_, secrets, line) => {
  expect(onAws("secrets", secrets)).toEqual([line]);
});

const said = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

test("Google Cloud's secrets are not built yet, and a service there says so", () => {
  expect(said({ ...devGcp, services: [{ ...orders, secrets: SECRETS }] })).toEqual([
    'orders.secrets: expected none on Google Cloud (dev-gcp), where secrets are not built yet (docs/clouds.md); list the service in environments on AWS only, got ["stripe-key","webhook-key"]',
  ]);
});

test("secrets of a service that runs no code are a problem", () => {
  expect(said({ ...dev, services: [{ ...catalogImages, secrets: SECRETS }] })).toEqual([
    'catalog-images.secrets: expected none of a service of content delivery, which runs no code that could read them, got ["stripe-key","webhook-key"]',
  ]);
});
