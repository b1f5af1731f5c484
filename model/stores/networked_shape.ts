import { z } from "zod";
import { leaf, shape } from "../problems";
import { oneOf, pattern, some, whole, wholeDays } from "../leaves";
import { ZONES } from "../network/slots";

const units = (least: number) =>
  leaf<number>(
    `a number of capacity units from ${least} to 256, in steps of 0.5`,
    (value) =>
      typeof value === "number" && value >= least && value <= 256 && Number.isInteger(value * 2),
  );

const HOUR = "([01]\\d|2[0-3]):[0-5]\\d";
const DAY = "(mon|tue|wed|thu|fri|sat|sun)";

const zones = some(oneOf(...ZONES), "zones by their letter", ZONES.length);

export const relationalShape = shape({
  kind: z.literal("relational"),
  engine: oneOf("postgresql"),
  version: oneOf("16", "17").optional(),
  database: pattern(
    "1 to 63 lower-case letters, digits and underscores, starting with a letter",
    /^[a-z][a-z0-9_]{0,62}$/,
  ).optional(),
  zones: zones.optional(),
  capacity: shape({ min: units(0), max: units(1) }).optional(),
  readers: whole(0, 15).optional(),
  backupRetention: wholeDays(1, 35).optional(),
  backupWindow: pattern(
    'a time of each day in UTC such as "03:00-04:00"',
    new RegExp(`^${HOUR}-${HOUR}$`),
  ).optional(),
  maintenanceWindow: pattern(
    'a time of each week in UTC such as "sun:05:00-sun:06:00"',
    new RegExp(`^${DAY}:${HOUR}-${DAY}:${HOUR}$`),
  ).optional(),
  deletionProtection: oneOf(true, false).optional(),
  backup: oneOf(true, false).optional(),
});

export const cacheShape = shape({
  kind: z.literal("cache"),
  engine: oneOf("valkey"),
  version: oneOf("7", "8").optional(),
  zones: zones.optional(),
  limits: shape({
    storageGb: shape({ max: whole(1, 5_000) }).optional(),
    ecpuPerSecond: shape({ max: whole(1_000, 15_000_000) }).optional(),
  }).optional(),
  snapshots: shape({
    retention: wholeDays(1, 35),
    time: pattern('a time of day in UTC such as "03:00"', new RegExp(`^${HOUR}$`)).optional(),
  }).optional(),
  deletionProtection: oneOf(true, false).optional(),
});
