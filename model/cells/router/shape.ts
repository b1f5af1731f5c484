import { oneOf, pattern, whole } from "../../leaves";
import { shape } from "../../problems";

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const cookie = pattern("a cookie's name", /^[\w!#$%&'*+.^`|~-]{1,128}$/);
const header = pattern(
  "a header's name in small letters, such as authorization",
  /^[a-z0-9!#$%&'*+.^_`|~-]{1,128}$/,
);
const claim = pattern(
  "a claim's name such as sub or https://example.com/tenant",
  /^[\w.:/-]{1,128}$/,
);

/** What is written under `router`, field by field. */
export const routerShape = shape({
  key: shape({
    cookie: cookie.optional(),
    header: header.optional(),
    claim: claim.optional(),
    trust: oneOf("signature", "cell").optional(),
  }),
  home: pattern("a cell such as c01", /^c\d{2,4}$/).optional(),
  vpcOrigins: whole(1, 1_000).optional(),
});
