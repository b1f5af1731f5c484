import { modelGrants, modelVariables } from "../../../../constructs/aws/models/model_access";
import { dev } from "../../../../environments/dev";
import { orders } from "../../../../environments/services/orders";
import type { Model } from "../../../../model/foundation_models/models";
import { GITHUB } from "../../support/pipeline";
import { LOCATION, resource, statements, synthesizeAll } from "../../support/synth";

const model = (more: Partial<Model> = {}): Model => ({
  ...{ name: "story-writer", id: "acme.large-v1:0", across: undefined, guardrail: undefined },
  ...more,
});

const HERE = "arn:aws:bedrock:us-east-1::foundation-model/acme.large-v1:0";
const PROFILE = (geography: string) =>
  `arn:aws:bedrock:us-east-1:123456789012:inference-profile/${geography}.acme.large-v1:0`;
const ASK = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];

test("a model is asked in its own region, by its exact ARN", () => {
  expect(modelGrants([model()], LOCATION)).toEqual([
    { sid: "AskStoryWriter", actions: ASK, resources: [HERE] },
  ]);
});

test("across regions it is asked by the profile, and in each destination through the profile alone", () => {
  const across = { geography: "us", regions: ["us-east-1", "us-west-2"] } as const;
  expect(modelGrants([model({ across })], LOCATION)).toEqual([
    { sid: "AskStoryWriter", actions: ASK, resources: [PROFILE("us")] },
    {
      ...{ sid: "AskStoryWriterAcross", actions: ASK },
      resources: [HERE, HERE.replace("us-east-1", "us-west-2")],
      conditions: { StringEquals: { "bedrock:InferenceProfileArn": PROFILE("us") } },
    },
  ]);
});

test("a profile of the whole world has the model of no region for its destination", () => {
  const across = { geography: "global", regions: [] } as const;
  expect(modelGrants([model({ across })], LOCATION)[1]?.resources).toEqual([
    HERE,
    "arn:aws:bedrock:::foundation-model/acme.large-v1:0",
  ]);
});

test("with a guardrail a question that does not name it is refused", () => {
  const guardrail = { id: "a1b2c3", version: 4 };
  const arn = "arn:aws:bedrock:us-east-1:123456789012:guardrail/a1b2c3";
  expect(modelGrants([model({ guardrail })], LOCATION)).toEqual([
    {
      ...{ sid: "AskStoryWriter", actions: ASK, resources: [HERE] },
      conditions: { StringEquals: { "bedrock:GuardrailIdentifier": `${arn}:4` } },
    },
    { sid: "GuardStoryWriter", actions: ["bedrock:ApplyGuardrail"], resources: [arn] },
  ]);
});

test("code is told the id, that of a profile where there is one, and the guardrail", () => {
  const across = { geography: "eu", regions: ["eu-west-1"] } as const;
  const guardrail = { id: "a1b2c3", version: 4 };
  expect(modelVariables([model(), model({ name: "it", across, guardrail })])).toEqual({
    STORY_WRITER_MODEL_ID: "acme.large-v1:0",
    IT_MODEL_ID: "eu.acme.large-v1:0",
    ...{ IT_MODEL_GUARDRAIL_ID: "a1b2c3", IT_MODEL_GUARDRAIL_VERSION: "4" },
  });
});

describe("a function that asks one", () => {
  const models = { writer: { id: "acme.large-v1:0" } };
  const stacks = synthesizeAll([{ ...dev, pipeline: GITHUB, services: [{ ...orders, models }] }]);
  const jsonOf = (part: string) => stacks.find(({ id }) => id === `dev-${part}`)!.json;

  test("may do so, and knows its id", () => {
    const { policy } = resource(jsonOf("c01"), "aws_iam_role_policy.orders_processor_grants");
    expect(statements(String(policy))).toContainEqual({
      ...{ Sid: "AskWriter", Effect: "Allow", Action: ASK, Resource: HERE },
    });
    const { environment } = resource(jsonOf("c01"), "aws_lambda_function.orders_processor");
    expect(environment).toMatchObject({ variables: { WRITER_MODEL_ID: "acme.large-v1:0" } });
  });

  test("is let so by the boundary of a pipeline's roles", () => {
    const bounds = Object.values(jsonOf("bootstrap").resource?.["aws_iam_policy"] ?? {}).flatMap(
      ({ policy }) => statements(String(policy)),
    );
    expect(bounds).toContainEqual({
      ...{ Sid: "Models", Effect: "Allow", Action: ASK },
      Resource: [
        "arn:aws:bedrock:*::foundation-model/*",
        "arn:aws:bedrock:us-east-1:123456789012:guardrail/*",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/*",
      ],
    });
  });
});
