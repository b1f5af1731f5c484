import { z } from "zod";
import { duration, identifier, oneOf, pattern, shortDuration, whole } from "../../leaves";
import { shape } from "../../problems";
import { balanced } from "../balanced/shape";
import { FARGATE_CPUS } from "./sizes";

/** @see https://docs.docker.com/reference/cli/docker/image/tag/ */
export const containerImage = pattern(
  "a tag such as 1.4.2 (not latest, which names no version), or a digest: sha256: and 64 hexadecimal digits",
  /^(?!latest$)(sha256:[0-9a-f]{64}|[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})$/,
);

/** As which a container runs. */
export const containerUser = pattern(
  'the number of a user, and of a group after a colon, such as "1000:1000"; not 0, which is root',
  /^[1-9]\d{0,8}(:[1-9]\d{0,8})?$/,
);

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

export const containerServiceShape = shape({
  kind: z.literal("containerService"),
  image: containerImage,
  port: balanced.port,
  cpu: oneOf(...FARGATE_CPUS).optional(),
  memory: whole(512, 122_880).optional(),
  architecture: oneOf("arm64", "x86_64").optional(),
  ...{ host: balanced.host, paths: balanced.paths, protocol: balanced.protocol },
  ...{ health: balanced.health, sharing: balanced.sharing },
  tasks: tasks.optional(),
  scaling: scaling.optional(),
  gracePeriod: balanced.gracePeriod,
  stopTimeout: duration("2s", "120s").optional(),
  spot: whole(0, 100).optional(),
  environment: balanced.environment,
  user: containerUser.optional(),
  connect: identifier.optional(),
  logRetention: balanced.logRetention,
  rollout: balanced.rollout,
});
