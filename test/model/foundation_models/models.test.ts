import { dev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { catalogImages } from "../../../environments/services/catalog-images";
import { orders } from "../../../environments/services/orders";
import type { ModelDeclaration } from "../../../model/foundation_models/declaration";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { problemsOf, settle } from "../../../model/settle";
import { onAws } from "../fixtures";

const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

const MODELS = {
  writer: { id: HAIKU, across: { geography: "us", regions: ["us-west-2", "us-east-1"] } },
  embedder: { id: "amazon.titan-embed-text-v2:0" },
} as const satisfies Readonly<Record<string, ModelDeclaration>>;

test("a service that says nothing asks none", () => {
  expect(settle({ ...dev, services: [orders] }).services[0]?.models).toEqual([]);
});

test("models are sorted, and the regions that answer for one", () => {
  expect(settle({ ...dev, services: [{ ...orders, models: MODELS }] }).services[0]?.models).toEqual(
    [
      {
        ...{ name: "embedder", id: "amazon.titan-embed-text-v2:0" },
        ...{ across: undefined, guardrail: undefined },
      },
      {
        ...{ name: "writer", id: HAIKU, guardrail: undefined },
        across: { geography: "us", regions: ["us-east-1", "us-west-2"] },
      },
    ],
  );
});

const EXPECTED =
  "orders.models.writer.id: expected the id of a model such as anthropic.claude-3-haiku-20240307-v1:0, without a geography before it";

test.each<[string, unknown, string]>([
  ["a list", [HAIKU], "orders.models: expected an object of models by name"],
  ["a name that is no id", { writer: { id: "haiku" } }, `${EXPECTED}, got "haiku"`],
  ["the id of a profile", { writer: { id: `us.${HAIKU}` } }, `${EXPECTED}, got "us.${HAIKU}"`],
  [
    "a geography that no profile has",
    { writer: { id: HAIKU, across: { geography: "mars" } } },
    'orders.models.writer.across.geography: expected "apac" or "au" or "ca" or "eu" or "global" or "jp" or "us" or "us-gov", got "mars"',
  ],
  [
    "a profile without its destinations",
    { writer: { id: HAIKU, across: { geography: "us" } } },
    'orders.models.writer.across.regions: expected the regions that the profile of "us" answers from, us-east-1 of the environment among them, got []',
  ],
  [
    "a destination twice",
    { writer: { id: HAIKU, across: { geography: "us", regions: ["us-east-1", "us-east-1"] } } },
    'orders.models.writer.across.regions: expected each name once, got "us-east-1" twice',
  ],
  [
    "destinations of a profile that names none",
    { writer: { id: HAIKU, across: { geography: "global", regions: ["us-east-1"] } } },
    'orders.models.writer.across.regions: expected none of the geography "global", which any region answers, got ["us-east-1"]',
  ],
  [
    "a guardrail that changes under whoever names it",
    { writer: { id: HAIKU, guardrail: { id: "a1b2c3d4e5f6", version: "DRAFT" } } },
    'orders.models.writer.guardrail.version: expected a whole number from 1 to 99999999, got "DRAFT"',
  ],
])("%s is a problem", (_, models, line) => {
  expect(onAws("models", models)).toEqual([line]);
});

const said = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

test("Google Cloud's models are not built yet, and a service there says so", () => {
  expect(said({ ...devGcp, services: [{ ...orders, models: MODELS }] })).toEqual([
    'orders.models: expected none on Google Cloud (dev-gcp), where models are not built yet (docs/clouds.md); list the service in environments on AWS only, got ["embedder","writer"]',
  ]);
});

test("models of a service that runs no code are a problem", () => {
  expect(said({ ...dev, services: [{ ...catalogImages, models: MODELS }] })).toEqual([
    'catalog-images.models: expected none of a service of content delivery, which runs no code that could ask them, got ["embedder","writer"]',
  ]);
});
