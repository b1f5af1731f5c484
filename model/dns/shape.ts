import { domainName, pattern } from "../leaves";
import { shape } from "../problems";

/** What is written under `dns`, field by field. */
export const dnsShape = shape({
  zone: domainName,
  id: pattern("the id of a zone such as Z0123456789ABCDEFGHIJ", /^Z[A-Z0-9]{1,31}$/).optional(),
});
