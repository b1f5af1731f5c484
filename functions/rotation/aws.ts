import { secretsManager } from "./secrets_manager";
import { rotation } from "./steps";

/** As long as what an apply makes up. */
const LENGTH = 32;

/** Rotates what only machines know, such as the key that signs cookies: AWS makes another one up, and nobody has to be told. */
export const handler = rotation(
  { make: async (_, secrets) => secrets.random(LENGTH) },
  secretsManager(process.env),
);
