import { logRetention, oneOf, pattern, whole } from "../leaves";

/** Where a workload's code lies. */
export const codeFolder = pattern(
  "a folder of the repository such as functions/orders",
  /^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*)*$/,
);

/** What every function may say of itself, whatever calls it. */
export const functionFields = {
  memory: whole(128, 10_240).optional(),
  architecture: oneOf("arm64", "x86_64").optional(),
  logRetention: logRetention.optional(),
};
