import { z } from "zod";
import {
  duration,
  identifier,
  logRetention,
  oneOf,
  pattern,
  shortDuration,
  some,
  whole,
} from "../../leaves";
import { shape, show } from "../../problems";
import { FARGATE_CPUS } from "./sizes";

/** @see https://docs.docker.com/reference/cli/docker/image/tag/ */
const image = pattern(
  "a tag such as 1.4.2 (not latest, which names no version), or a digest: sha256: and 64 hexadecimal digits",
  /^(?!latest$)(sha256:[0-9a-f]{64}|[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})$/,
);

/** A rule of a load balancer has five values of conditions, of which the host is one. */
const MOST_PATHS = 4;

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

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html (tasks of a service) */
const MOST_TASKS = 5_000;

const tasks = shape({ min: whole(1, MOST_TASKS), max: whole(1, MOST_TASKS) });

const scaling = shape({
  requestsPerTarget: whole(1, 10_000_000).optional(),
  cpu: whole(10, 90).optional(),
  latency: shortDuration.optional(),
  backlog: shape({
    queue: pattern("a queue's name", /^[A-Za-z0-9_-]{1,80}(\.fifo)?$/),
    perTask: whole(1, 1_000_000),
  }).optional(),
  scaleInCooldown: duration("0s", "1h").optional(),
  scaleOutCooldown: duration("0s", "1h").optional(),
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

export const containerServiceShape = shape({
  kind: z.literal("containerService"),
  image,
  port: whole(1_024, 65_535).optional(),
  cpu: oneOf(...FARGATE_CPUS).optional(),
  memory: whole(512, 122_880).optional(),
  architecture: oneOf("arm64", "x86_64").optional(),
  host: identifier.optional(),
  paths: some(path, "paths", MOST_PATHS).optional(),
  protocol: oneOf("http", "http2", "grpc").optional(),
  health: health.optional(),
  sharing: sharing.optional(),
  tasks: tasks.optional(),
  scaling: scaling.optional(),
  gracePeriod: duration("1s", "1h").optional(),
  stopTimeout: duration("2s", "120s").optional(),
  spot: whole(0, 100).optional(),
  environment: variables.optional(),
  user: pattern(
    'the number of a user, and of a group after a colon, such as "1000:1000"; not 0, which is root',
    /^[1-9]\d{0,8}(:[1-9]\d{0,8})?$/,
  ).optional(),
  connect: identifier.optional(),
  logRetention: logRetention.optional(),
});
