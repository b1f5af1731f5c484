/** What every creator of resources in the emulated cloud shares. */

export interface Named {
  readonly tags: Readonly<Record<string, string>>;
}

/** The id that the cloud gave to what it names by itself, by the tag by which everybody else finds it. */
export type IdsByName = Readonly<Record<string, string>>;

/** As most of AWS's APIs take tags. */
export const tagList = (tags: Named["tags"]) =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** By which the emulator sees of which service a request is, and of which region. */
export const authorizationFor = (service: string, region = "us-east-1"): string =>
  `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
