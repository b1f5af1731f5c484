import { z } from "zod";
import {
  duration,
  identifier,
  kindOf,
  logRetention,
  oneOf,
  pattern,
  shapedBy,
  whole,
} from "../../leaves";
import { shape } from "../../problems";
import { rolloutShape } from "../../rollout/shape";
import { balanced } from "../balanced/shape";

const version = pattern(
  "a tag such as 1.4.2 (not latest, which names no version), or a digest: sha256: and 64 hexadecimal digits",
  /^(?!latest$)(sha256:[0-9a-f]{64}|[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})$/,
);

const framework = shape({
  repository: pattern("a repository such as pytorch-inference", /^[a-z0-9]+([._/-][a-z0-9]+)*$/),
  tag: version,
  account: pattern("the 12 digits of an account", /^\d{12}$/).optional(),
});

const image = shapedBy((value) => (typeof value === "string" ? version : framework));

const model = shape({
  store: identifier,
  key: pattern(
    "a key that ends with .tar.gz, such as ranker/7/model.tar.gz",
    /^[A-Za-z0-9][A-Za-z0-9_.=/-]{0,500}\.tar\.gz$/,
  ),
});

/** @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html */
const onInstances = {
  instanceType: pattern(
    "an instance type of SageMaker such as ml.c7i.large",
    /^ml\.[a-z][a-z0-9-]*\d[a-z0-9-]*\.[a-z0-9-]+$/,
  ),
  volume: whole(1, 512).optional(),
  startTimeout: duration("1m", "1h").optional(),
};

const realTime = shape({
  mode: z.literal("realTime"),
  ...onInstances,
  instances: shape({ min: whole(1, 1_000), max: whole(1, 1_000) }).optional(),
  invocationsPerInstance: whole(1, 1_000_000).optional(),
  capture: shape({ store: identifier, percent: whole(1, 100) }).optional(),
});

const topic = pattern(
  "the ARN of an SNS topic",
  /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}$/,
).optional();

const asynchronous = shape({
  mode: z.literal("async"),
  ...onInstances,
  store: identifier,
  instances: shape({ min: whole(0, 1_000), max: whole(1, 1_000) }).optional(),
  backlogPerInstance: whole(1, 10_000).optional(),
  concurrency: whole(1, 1_000).optional(),
  notify: shape({ success: topic, error: topic }).optional(),
});

/** @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html */
const serverless = shape({
  mode: z.literal("serverless"),
  memory: oneOf(1_024, 2_048, 3_072, 4_096, 5_120, 6_144).optional(),
  concurrency: whole(1, 200).optional(),
  provisioned: whole(1, 200).optional(),
  instanceType: pattern(
    'none with "serverless", which runs where SageMaker puts it and on no GPU (leave it out, or serve "async")',
    /(?!)/,
  ).optional(),
});

export const inferenceShape = shape({
  kind: z.literal("inference"),
  image,
  model,
  serve: z.discriminatedUnion("mode", [realTime, asynchronous, serverless], {
    error: ({ input }) =>
      `expected "realTime", "async" or "serverless", got ${kindOf(input, "mode")}`,
  }),
  environment: balanced.environment,
  rollout: rolloutShape.optional(),
  logRetention: logRetention.optional(),
  deletionProtection: oneOf(true, false).optional(),
});
