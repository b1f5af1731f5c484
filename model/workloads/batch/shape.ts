import { z } from "zod";
import { duration, list, logRetention, oneOf, pattern, some, whole } from "../../leaves";
import { shape } from "../../problems";
import { balanced } from "../balanced/shape";
import { containerImage, containerUser } from "../containers/shape";
import { jobSchedulesShape } from "./schedules";

const type = pattern(
  'a type of EC2 such as g6.xlarge, a family such as g6, or "optimal"',
  /^(optimal|[a-z]+\d[a-z0-9-]*(\.[a-z0-9-]+)?)$/,
);

/** @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html (16384 GiB, less what the machine starts from) */
const MOST_SCRATCH_GIB = 16_000;

export const batchShape = shape({
  kind: z.literal("batch"),
  image: containerImage,
  command: list(pattern("a word of 1 to 2000 characters", /^[^\0]{1,2000}$/), "words").optional(),
  gpus: whole(0, 8).optional(),
  cpu: whole(1, 192).optional(),
  memory: whole(4, 2_097_152).optional(),
  sharedMemory: whole(1, 2_097_152).optional(),
  types: some(type, "types", 20).optional(),
  maxVcpus: whole(1, 10_000).optional(),
  spot: oneOf("first", "only", "never").optional(),
  timeout: duration("60s", "14d").optional(),
  attempts: whole(1, 10).optional(),
  scratch: whole(1, MOST_SCRATCH_GIB).optional(),
  user: containerUser.optional(),
  environment: balanced.environment,
  schedules: jobSchedulesShape.optional(),
  deadline: duration("1h", "12d").optional(),
  logRetention: logRetention.optional(),
});
