import { z } from "zod";
import { identifier, list, oneOf, pattern, whole } from "../leaves";
import { shape } from "../problems";

const GEOGRAPHIES = ["apac", "au", "ca", "eu", "global", "jp", "us", "us-gov"] as const;

const regions = list(
  pattern("a region such as us-west-2", /^[a-z]+-([a-z]+-)*[a-z]*\d+$/),
  "regions",
);

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_FoundationModelSummary.html */
const modelId = pattern(
  "the id of a model such as anthropic.claude-3-haiku-20240307-v1:0, without a geography before it",
  new RegExp(`^(?!(${GEOGRAPHIES.join("|")})\\.)[a-z0-9-]{1,63}\\.[a-zA-Z0-9.:-]{1,127}$`),
);

const model = shape({
  id: modelId,
  across: shape({ geography: oneOf(...GEOGRAPHIES), regions: regions.optional() }).optional(),
  guardrail: shape({
    id: pattern("the id of a guardrail such as a1b2c3d4e5f6", /^[a-z0-9]{1,32}$/),
    version: whole(1, 99_999_999),
  }).optional(),
});

/** What is written under `models` of a service, field by field. */
export const modelsShape = z.record(identifier, model, {
  error: () => "expected an object of models by name",
});
