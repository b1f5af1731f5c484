import { duration, identifier, oneOf, some, whole } from "../leaves";
import { shape } from "../problems";

/** AWS takes 10 alarms of an instance refresh, and more of the others. */
const MOST_ALARMS = 10;

export const rolloutShape = shape({
  strategy: oneOf("rolling", "canary", "linear", "blueGreen", "shadow"),
  percent: whole(1, 99).optional(),
  interval: duration("60s", "48h").optional(),
  objectives: some(identifier, "names of objectives", MOST_ALARMS).optional(),
});
