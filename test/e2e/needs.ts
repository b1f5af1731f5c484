import { BATCH } from "../../constructs/aws/pipeline/needs/batch";
import { CONTAINERS } from "../../constructs/aws/pipeline/needs/containers";
import { DATA } from "../../constructs/aws/pipeline/needs/data";
import { FILES } from "../../constructs/aws/pipeline/needs/files";
import { LOAD_BALANCING } from "../../constructs/aws/pipeline/needs/load_balancing";
import { NEEDS } from "../../constructs/aws/pipeline/needs/by_type";
import { MACHINES } from "../../constructs/aws/pipeline/needs/machines";
import { DNS } from "../../constructs/aws/pipeline/needs/dns";
import { EDGE } from "../../constructs/aws/pipeline/needs/edge";
import { EVENTS } from "../../constructs/aws/pipeline/needs/events";
import { GRAPHQL } from "../../constructs/aws/pipeline/needs/graphql";
import type { Needs, NeedsByType } from "../../constructs/aws/pipeline/needs/needs";
import { NETWORK } from "../../constructs/aws/pipeline/needs/network";
import { SECRETS } from "../../constructs/aws/pipeline/needs/secrets";
import { WORKFLOWS } from "../../constructs/aws/pipeline/needs/workflows";
import { SIGN_IN } from "../../constructs/aws/pipeline/needs/sign_in";
import { callsIn, type Calls } from "./calls";

/** The types of which a table says that their calls were seen. */
const seenIn = (table: NeedsByType): string[] =>
  Object.entries(table)
    .filter(([, { source }]) => source === "seen")
    .map(([type]) => type);

/** In the story of the edge. */
export const SEEN_AT_THE_EDGE = seenIn(EDGE);

/** In that of the network. */
export const SEEN_IN_THE_NETWORK = seenIn(NETWORK);

/** In that of names. */
export const SEEN_OF_NAMES = seenIn(DNS);

/** In that of users. */
export const SEEN_OF_SIGN_IN = seenIn(SIGN_IN);

/** In that of files. */
export const SEEN_OF_FILES = seenIn(FILES);

/** In that of secrets. */
export const SEEN_OF_SECRETS = seenIn(SECRETS);

/** In that of events. */
export const SEEN_OF_EVENTS = [...seenIn(EVENTS), "aws_sns_topic", "aws_sns_topic_policy"];

/** In that of GraphQL. */
export const SEEN_OF_GRAPHQL = seenIn(GRAPHQL);

/** In that of workflows. */
export const SEEN_OF_WORKFLOWS = seenIn(WORKFLOWS);

/** In that of jobs. */
export const SEEN_OF_JOBS = seenIn(BATCH);

/** In that of containers. */
export const SEEN_OF_CONTAINERS = [
  ...[CONTAINERS, DATA, LOAD_BALANCING, MACHINES].flatMap(seenIn),
  ...["aws_appautoscaling_policy", "aws_appautoscaling_target"],
];

const ELSEWHERE = [
  ...[...SEEN_AT_THE_EDGE, ...SEEN_IN_THE_NETWORK, ...SEEN_OF_NAMES],
  ...[
    ...SEEN_OF_EVENTS,
    ...SEEN_OF_FILES,
    ...SEEN_OF_JOBS,
    ...SEEN_OF_SECRETS,
    ...SEEN_OF_SIGN_IN,
    ...SEEN_OF_GRAPHQL,
    ...SEEN_OF_CONTAINERS,
    ...SEEN_OF_WORKFLOWS,
  ],
];

/** In that of the lifecycle. */
export const SEEN = seenIn(NEEDS).filter((type) => !ELSEWHERE.includes(type));

/**
 * The log says of no request that holds code which one it was; a data source calls under its own type; and a value is decrypted by AWS
 * with the rights of who reads it.
 */
const UNHEARD = ["lambda:CreateFunction", "ssm:GetParameter", "kms:Decrypt"];

/** Where the table of what types need differs from what the provider called for them. */
export function differences(log: string, types: readonly string[]): string[] {
  const heard = callsIn(log);
  return types.flatMap((type) => {
    const [needs, calls] = [NEEDS[type], heard.get(type)];
    if (needs === undefined || calls === undefined)
      return [`${type}: not called for, or not in the table`];
    return [...beyond(needs, calls), ...unused(needs, calls)].map((text) => `${type}: ${text}`);
  });
}

function beyond({ read, write, also = [] }: Needs, calls: Calls): string[] {
  const known = [...read, ...write, ...also];
  return [
    ...[...calls.read].filter((action) => !read.includes(action)).map((one) => `${one} is no read`),
    ...[...calls.all].filter((action) => !known.includes(action)).map((one) => `${one} is missing`),
  ];
}

const unused = ({ read, write }: Needs, calls: Calls): string[] =>
  [...read, ...write]
    .filter((action) => !calls.all.has(action) && !UNHEARD.includes(action))
    .map((action) => `${action} was not called`);
