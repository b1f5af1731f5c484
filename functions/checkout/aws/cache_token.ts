import type { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { Sha256 } from "@smithy/core/checksum";
import { buildQueryString, HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";

export interface TokenFor {
  /** The serverless cache's name. */
  readonly cache: string;
  /** The user's name, which is its id too. */
  readonly user: string;
  readonly region: string;
  readonly credentials: ReturnType<typeof fromNodeProviderChain>;
}

/** How long a token lets in a new connection, in seconds: the longest that ElastiCache takes. */
const VALID_SECONDS = 900;

/**
 * Signs the token by which a user of a serverless cache signs in: a presigned request without its scheme.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 * @throws when there are no credentials
 */
export async function cacheToken({ cache, user, region, credentials }: TokenFor): Promise<string> {
  const signer = new SignatureV4({
    service: "elasticache",
    ...{ region, credentials, sha256: Sha256 },
  });
  // ElastiCache keeps names in lower case, and signs with the name as the host.
  const hostname = cache.toLowerCase();
  const request = new HttpRequest({
    ...{ method: "GET", protocol: "http:", hostname, path: "/", headers: { host: hostname } },
    query: { Action: "connect", User: user, ResourceType: "ServerlessCache" },
  });
  const { query = {} } = await signer.presign(request, { expiresIn: VALID_SECONDS });
  return `${hostname}/?${buildQueryString(query)}`;
}
