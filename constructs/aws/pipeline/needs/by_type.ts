import { BACKUP } from "./backup";
import { BATCH } from "./batch";
import { CONTAINERS } from "./containers";
import { COST } from "./cost";
import { DNS } from "./dns";
import { DATA } from "./data";
import { EDGE } from "./edge";
import { FILES } from "./files";
import { EVENTS } from "./events";
import { FUNCTIONS } from "./functions";
import { GRAPHQL } from "./graphql";
import { IDENTITY } from "./identity";
import { INFERENCE } from "./inference";
import { LOAD_BALANCING } from "./load_balancing";
import { MACHINES } from "./machines";
import type { Needs, NeedsByType } from "./needs";
import { NETWORK } from "./network";
import { ROLLOUT } from "./rollout";
import { SECRETS } from "./secrets";
import { SIGN_IN } from "./sign_in";
import { STORAGE } from "./storage";
import { WATCHING } from "./watching";
import { WORKFLOWS } from "./workflows";

export const NEEDS: NeedsByType = {
  ...BACKUP,
  ...BATCH,
  ...CONTAINERS,
  ...COST,
  ...DNS,
  ...DATA,
  ...EDGE,
  ...FILES,
  ...EVENTS,
  ...FUNCTIONS,
  ...GRAPHQL,
  ...IDENTITY,
  ...NETWORK,
  ...INFERENCE,
  ...LOAD_BALANCING,
  ...MACHINES,
  ...ROLLOUT,
  ...SECRETS,
  ...SIGN_IN,
  ...STORAGE,
  ...WATCHING,
  ...WORKFLOWS,
};

/** @throws when nobody has said what a type takes */
export function needsOf(type: string): Needs {
  const needs = NEEDS[type];
  if (needs !== undefined) return needs;
  throw new Error(
    `${type}: expected what the pipeline's roles need for it; say so in constructs/aws/pipeline/needs/, or leave the environment's \`pipeline\` out`,
  );
}
