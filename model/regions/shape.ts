import { z } from "zod";
import { domainName, duration, identifier, oneOf, pattern } from "../leaves";
import { shape } from "../problems";
import { regionShape } from "../stores/regions";

/** What is written under `regions`, field by field. */
export const regionsShape = shape({
  second: regionShape,
  mode: oneOf("activePassive", "activeActive"),
  services: z.record(
    identifier,
    shape({
      host: domainName.optional(),
      health: pattern("a path such as /v1/health", /^\/[A-Za-z0-9._~/-]{0,254}$/).optional(),
      late: duration("1m", "1d").optional(),
    }),
    { error: () => "expected settings by the name of a service, such as { orders: {} }" },
  ),
});
