import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Described, Secrets } from "./secrets";

type Environment = Readonly<Record<string, string | undefined>>;

/** The answer of Secrets Manager to a call. */
type Call = (action: string, data: object) => Promise<Answer>;

interface Answer {
  readonly SecretString?: string;
  readonly RandomPassword?: string;
  readonly RotationEnabled?: boolean;
  readonly VersionIdsToStages?: Described["stages"];
}

/** What Secrets Manager answers with where it does not do what it is asked. */
export class Refused extends Error {
  constructor(
    readonly action: string,
    /** Such as `AccessDeniedException`; never a value. */
    readonly reason: string,
  ) {
    super(`${action}: ${reason}`);
  }
}

/**
 * Secrets Manager as a function of AWS Lambda asks it, with its own role: five calls, signed by hand, of which no SDK is bundled.
 *
 * @param env - of the function, which Lambda gives its region and credentials
 */
export function secretsManager(env: Environment): Secrets {
  const call = callsOf(env);
  const read: Secrets["read"] = async (SecretId, VersionStage, VersionId) => {
    try {
      return (await call("GetSecretValue", { SecretId, VersionStage, VersionId })).SecretString;
    } catch (error) {
      if (error instanceof Refused && error.reason === "ResourceNotFoundException")
        return undefined;
      throw error;
    }
  };
  return {
    read,
    async describe(SecretId) {
      const { RotationEnabled, VersionIdsToStages = {} } = await call("DescribeSecret", {
        SecretId,
      });
      return { rotated: RotationEnabled === true, stages: VersionIdsToStages };
    },
    async write(SecretId, ClientRequestToken, SecretString) {
      const VersionStages = ["AWSPENDING"];
      await call("PutSecretValue", { SecretId, ClientRequestToken, SecretString, VersionStages });
    },
    async promote(SecretId, MoveToVersionId, RemoveFromVersionId) {
      const VersionStage = "AWSCURRENT";
      await call("UpdateSecretVersionStage", {
        ...{ SecretId, VersionStage, MoveToVersionId, RemoveFromVersionId },
      });
    },
    async random(PasswordLength) {
      const { RandomPassword } = await call("GetRandomPassword", {
        ...{ PasswordLength, RequireEachIncludedType: true },
      });
      if (RandomPassword === undefined) throw new Refused("GetRandomPassword", "no value");
      return RandomPassword;
    },
  };
}

function callsOf(env: Environment): Call {
  const region = required(env, "AWS_REGION");
  const url = new URL(
    env["AWS_ENDPOINT_URL_SECRETS_MANAGER"] ?? env["AWS_ENDPOINT_URL"] ?? endpointIn(region),
  );
  return async (action, data) => {
    const { headers, body } = await signed(env, { region, url, action, data });
    const answer = await fetch(url, { method: "POST", headers, body });
    const said = (await answer.json()) as Answer & { readonly __type?: string };
    if (answer.ok) return said;
    throw new Refused(action, said.__type?.split("#").pop() ?? `status ${answer.status}`);
  };
}

const endpointIn = (region: string): string =>
  `https://secretsmanager.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;

interface Asked {
  readonly region: string;
  readonly url: URL;
  readonly action: string;
  readonly data: object;
}

/** Lambda renews the credentials in the environment: they are read with each call. */
async function signed(env: Environment, { region, url, action, data }: Asked) {
  const sessionToken = env["AWS_SESSION_TOKEN"];
  const signer = new SignatureV4({
    ...{ service: "secretsmanager", region, sha256: Sha256 },
    credentials: {
      accessKeyId: required(env, "AWS_ACCESS_KEY_ID"),
      secretAccessKey: required(env, "AWS_SECRET_ACCESS_KEY"),
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
  });
  const request = new HttpRequest({
    ...{ method: "POST", protocol: url.protocol, hostname: url.hostname, path: "/" },
    headers: {
      host: url.host,
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `secretsmanager.${action}`,
    },
    body: JSON.stringify(data),
  });
  const { headers } = await signer.sign(request);
  return { headers, body: request.body as string };
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value !== undefined && value !== "") return value;
  throw new Error(`${name}: expected a value in the environment, got none`);
}
