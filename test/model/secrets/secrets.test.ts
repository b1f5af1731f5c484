import { dev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { prod } from "../../../environments/prod";
import { catalogImages } from "../../../environments/services/catalog-images";
import { orders } from "../../../environments/services/orders";
import type { EnvironmentDeclaration } from "../../../model/environment";
import type {
  GeneratedValueDeclaration,
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
