import type { Described, Secrets } from "./secrets";

/** What Secrets Manager calls a rotation function with, once for each step. */
export interface RotationEvent {
  /** The secret's ARN. */
  readonly SecretId: string;
  /** Of the version that is to be. */
  readonly ClientRequestToken: string;
  readonly Step: string;
}

/** What only the owner of a secret knows. Each part may be called again after it has succeeded. */
export interface Rotate {
  /** Makes the next value. @param current - undefined where the secret has none yet */
  make(current: string | undefined, secrets: Pick<Secrets, "random">): Promise<string>;

  /**
   * Tells what the secret opens. Until the last step both values are to be let in, since code asks for the current one.
   *
   * @default - nobody has to be told
   */
  set?(next: string, current: string | undefined): Promise<void>;

  /**
   * Tries the next value; throws where it is not let in.
   *
   * @default - nothing is tried
   */
  test?(next: string): Promise<void>;
}

type Step = "createSecret" | "setSecret" | "testSecret" | "finishSecret";

/**
 * The four steps of a rotation, each of which can be repeated: what it did before it leaves as it is.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export function rotation(owner: Rotate, secrets: Secrets): (event: RotationEvent) => Promise<void> {
  const steps: Readonly<Record<Step, (of: Turn) => Promise<void>>> = {
    createSecret: (of) => create(owner, secrets, of),
    setSecret: async (of) => owner.set?.(await pending(secrets, of), await current(secrets, of)),
    testSecret: async (of) => owner.test?.(await pending(secrets, of)),
    finishSecret: (of) => finish(secrets, of),
  };
  return async ({ SecretId: secret, ClientRequestToken: version, Step: name }) => {
    const described = await secrets.describe(secret);
    if (isOver(described, version)) return;
    if (!isStep(steps, name)) throw new Error(`expected one of the four steps, got ${name}`);
    await steps[name]({ secret, version, described });
  };
}

interface Turn {
  readonly secret: string;
  readonly version: string;
  readonly described: Described;
}

const isStep = (steps: object, name: string): name is Step => Object.hasOwn(steps, name);

/**
 * Whether the version is in use already.
 *
 * @throws where nobody asked for it: a function that is called by hand changes nothing
 */
function isOver({ rotated, stages }: Described, version: string): boolean {
  if (!rotated) throw new Error("expected a secret that is rotated, got one that is not");
  const own = stages[version];
  if (own === undefined) throw new Error(`expected a version of the secret, got ${version}`);
  if (own.includes("AWSCURRENT")) return true;
  if (own.includes("AWSPENDING")) return false;
  throw new Error(`expected a version that is pending, got ${version}`);
}

const current = (secrets: Secrets, { secret }: Turn) => secrets.read(secret, "AWSCURRENT");

async function pending(secrets: Secrets, { secret, version }: Turn): Promise<string> {
  const value = await secrets.read(secret, "AWSPENDING", version);
  if (value !== undefined) return value;
  throw new Error("expected the value of the step createSecret, got none");
}

/** A value that was made by an earlier call is the one: what it opens may know it already. */
async function create(owner: Rotate, secrets: Secrets, of: Turn): Promise<void> {
  const { secret, version } = of;
  if ((await secrets.read(secret, "AWSPENDING", version)) !== undefined) return;
  await secrets.write(secret, version, await owner.make(await current(secrets, of), secrets));
}

async function finish(secrets: Secrets, of: Turn): Promise<void> {
  await pending(secrets, of);
  const { secret, version, described } = of;
  const [from] = Object.entries(described.stages)
    .filter(([, stages]) => stages.includes("AWSCURRENT"))
    .map(([one]) => one);
  await secrets.promote(secret, version, from);
}
