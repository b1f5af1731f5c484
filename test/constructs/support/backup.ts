import type { AwsEnvironment } from "../../../model/environment";
import { WITH_DATA } from "./data";
import { KEYED_SERVICE } from "./key_value";

/** Production with tables and a database, all of which are copied. */
export const BACKED_UP = {
  ...WITH_DATA,
  name: "prod-kept",
  stage: "production",
  services: [...WITH_DATA.services, KEYED_SERVICE],
} as const satisfies AwsEnvironment;
