import { z } from "zod";
import { MOST_PATHS } from "../../contracts/grpc";
import { duration, identifier, logRetention, oneOf, pattern, some, whole } from "../../leaves";
import { shape, show } from "../../problems";
import { rolloutShape } from "../../rollout/shape";

const path = pattern(
  "a path such as /checkout/*, of at most 128 characters, where * is any text and ? any one character",
  /^\/[A-Za-z0-9_\-.$/~"'@:+&*?]{0,127}$/,
);

const health = shape({
  path: pattern("a path such as /healthz", /^\/[!-~]{0,1023}$/).optional(),
  interval: duration("5s", "300s").optional(),
  timeout: duration("2s", "120s").optional(),
  healthy: whole(2, 10).optional(),
  unhealthy: whole(2, 10).optional(),
});

const sharing = shape({
  algorithm: oneOf("roundRobin", "leastOutstanding", "weightedRandom").optional(),
  sticky: duration("1s", "7d").optional(),
  slowStart: duration("30s", "15m").optional(),
  drain: duration("0s", "1h").optional(),
});

const variables = z
  .record(z.string(), z.string(), { error: () => "expected an object of texts by name" })
  .superRefine((value, context) => {
    for (const name of Object.keys(value).filter((key) => !/^[A-Z][A-Z0-9_]*$/.test(key)))
      context.addIssue({
        code: "custom",
        path: [name],
        message: `expected a name of upper-case letters, digits and underscores, got ${show(name)}`,
      });
  });

/** The fields that every workload behind a load balancer has. */
export const balanced = {
  port: whole(1_024, 65_535).optional(),
  host: identifier.optional(),
  paths: some(path, "paths", MOST_PATHS).optional(),
  protocol: oneOf("http", "http2", "grpc").optional(),
  health: health.optional(),
  sharing: sharing.optional(),
  gracePeriod: duration("1s", "1h").optional(),
  environment: variables.optional(),
  logRetention: logRetention.optional(),
  rollout: rolloutShape.optional(),
};
