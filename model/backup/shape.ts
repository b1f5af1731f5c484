import { z } from "zod";
import { oneOf, pattern, shapedBy, wholeDays } from "../leaves";
import { leaf, shape } from "../problems";

/** AWS Backup takes more; a hundred years is where people mean something else. */
const age = wholeDays(1, 36_500);

const keep = shapedBy((value) => (value === "none" ? z.literal("none") : age)).optional();

const copies = shape({
  daily: keep,
  monthly: keep,
  time: pattern('a time of day in UTC such as "03:00"', /^([01]\d|2[0-3]):[0-5]\d$/).optional(),
  lock: oneOf("governance", "compliance", "none").optional(),
});

const word = leaf<string>('{ daily, monthly, time, lock } or "none"', (value) => value === "none");

export const backupShape = shapedBy((value) =>
  typeof value === "object" && value !== null ? copies : word,
).optional();
