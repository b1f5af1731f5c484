import { COST } from "./cost";
import { DNS } from "./dns";
import { EDGE } from "./edge";
import { FUNCTIONS } from "./functions";
import { IDENTITY } from "./identity";
import type { Needs, NeedsByType } from "./needs";
import { STORAGE } from "./storage";
import { WATCHING } from "./watching";

export const NEEDS: NeedsByType = {
  ...COST,
  ...DNS,
  ...EDGE,
  ...FUNCTIONS,
  ...IDENTITY,
  ...STORAGE,
  ...WATCHING,
};

/** @throws when nobody has said what a type takes */
export function needsOf(type: string): Needs {
  const needs = NEEDS[type];
  if (needs !== undefined) return needs;
  throw new Error(
    `${type}: expected what the pipeline's roles need for it; say so in constructs/aws/pipeline/needs/, or leave the environment's \`pipeline\` out`,
  );
}
