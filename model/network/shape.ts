import { z } from "zod";
import { list, logRetention, oneOf } from "../leaves";
import { leaf, shape } from "../problems";
import { tryParseCidr } from "./cidr";
import { CLOUD_SERVICES } from "./declaration";
import { TIERS, ZONES } from "./slots";

const pool = leaf<string>(
  "a range such as 10.32.0.0/16 that begins where its prefix says",
  (value) => tryParseCidr(value) !== undefined,
);

/** What is written under `network`, field by field. */
export const networkShape = shape({
  pool,
  zones: list(oneOf(...ZONES), "zones by their letter").optional(),
  tiers: list(oneOf(...TIERS), "tiers").optional(),
  nat: oneOf("none", "single", "perZone").optional(),
  ipv6: z.boolean({ error: () => "expected true or false" }).optional(),
  flowLogs: shape({
    retention: logRetention.optional(),
    traffic: oneOf("all", "rejected").optional(),
  }).optional(),
  endpoints: list(oneOf(...CLOUD_SERVICES), "services").optional(),
});
