import { z } from "zod";
import { duration, logRetention, oneOf } from "../leaves";
import { shape } from "../problems";
import { firewallShape } from "../workloads/delivery/shape";

/** What is written under `loadBalancer`, field by field. */
export const loadBalancerShape = shape({
  firewall: firewallShape.optional(),
  tlsPolicy: oneOf("modern", "strict").optional(),
  idleTimeout: duration("1s", "4000s").optional(),
  anycast: z.boolean({ error: () => "expected true or false" }).optional(),
  logRetention: logRetention.optional(),
});
