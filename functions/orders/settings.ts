import * as z from "zod";

type Environment = Readonly<Record<string, string | undefined>>;

const name = z.string().min(1);
const common = {
  /** Deliveries before a message is set aside: the settled attempts of the declaration. */
  MAX_RETRIES: z.coerce.number().int().positive(),
  /** The declared service. */
  SERVICE: name,
  /** The declared environment. */
  ENVIRONMENT: name,
};

const aws = z.object({ ...common, STATE_TABLE: name, QUEUE_URL: z.url() });

const google = z.object({
  ...common,
  STATE_DATABASE: name,
  STATE_COLLECTION: name,
  /** The full name, `projects/<project>/subscriptions/<subscription>`: it gives the project. */
  SUBSCRIPTION: z.string().regex(/^projects\/[^/]+\/subscriptions\/[^/]+$/),
});

export type AwsSettings = z.infer<typeof aws>;
export type GoogleSettings = z.infer<typeof google>;

/** @throws {Error} naming every variable that is missing or malformed */
export const awsSettings = (env: Environment): AwsSettings => read(aws, env);

/** @throws {Error} naming every variable that is missing or malformed */
export const googleSettings = (env: Environment): GoogleSettings => read(google, env);

function read<T>(schema: z.ZodType<T>, env: Environment): T {
  const settings = schema.safeParse(env);
  if (settings.success) return settings.data;
  const names = [...new Set(settings.error.issues.map(({ path }) => String(path[0])))];
  throw new Error(
    `environment of the function: missing or malformed: ${names.join(", ")}; ` +
      "set them where the function is declared",
  );
}
