import { z } from "zod";
import { eachOnce, oneOf, wholeDays } from "../leaves";
import { shape } from "../problems";
import { OBJECT_VERBS } from "./object_defaults";
import { regionShape } from "./regions";

/** S3 takes more; a hundred years is where people mean something else. */
const MOST_DAYS = 36_500;

const age = wholeDays(1, MOST_DAYS);

const tier = oneOf("hot", "warm", "cold", "archive", "auto").optional();

export const objectStoreShape = shape({
  kind: z.literal("object"),
  tier,
  after: shape({
    warm: age.optional(),
    cold: age.optional(),
    archive: age.optional(),
  }).optional(),
  oldVersions: age.optional(),
  expireAfter: age.optional(),
  immutable: shape({ for: age, mode: oneOf("governance", "compliance").optional() }).optional(),
  replicate: shape({
    to: regionShape,
    deletes: oneOf(true, false).optional(),
    tier,
    timeControl: oneOf(true, false).optional(),
  }).optional(),
  events: oneOf(true, false).optional(),
  deletionProtection: oneOf(true, false).optional(),
  access: eachOnce(OBJECT_VERBS).optional(),
});
