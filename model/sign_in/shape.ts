import { z } from "zod";
import { domainName, duration, identifier, oneOf, pattern, some, text, whole } from "../leaves";
import { leaf, oneOfThese, shape, show } from "../problems";

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const MOST = { addresses: 100, clients: 1_000, scopes: 50, resources: 25, scopesOfResource: 100 };

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html */
const prefix = pattern(
  "1 to 63 lower-case letters, digits and dashes, without the words aws, amazon and cognito",
  /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
);

const host = leaf<string>(
  "a host of at most 63 characters such as login.example.com",
  (value) => domainName.safeParse(value).success && String(value).length <= 63,
);

const domain = oneOfThese({ prefix: prefix.optional(), host: host.optional() });

/** Where a code is sent to; RFC 6749 lets it have no fragment. */
const address = pattern(
  "an address without a fragment: https://…, http://localhost:… or an app's own such as com.example.shop://signed-in",
  /^(https:\/\/[^\s/#]+|http:\/\/localhost(:\d{1,5})?|(?!https?:)[a-z][a-z0-9+.-]*:\/\/[^\s/#]*)(\/[^\s#]*)?$/,
);

const addresses = some(address, "addresses", MOST.addresses);

const scope = pattern("a scope such as catalogue/write", /^[a-z0-9-]{1,30}\/[\w.-]{1,64}$/);

const client = shape({
  callbacks: addresses,
  logouts: addresses.optional(),
  scopes: z
    .array(scope, { error: ({ input }) => `expected a list of scopes, got ${show(input)}` })
    .max(MOST.scopes - 3, { error: () => `expected at most ${MOST.scopes - 3} scopes` })
    .optional(),
  accessToken: duration("5m", "24h").optional(),
  refreshToken: duration("60m", "3650d").optional(),
});

/** An object with names of its own. */
const named = <T extends z.ZodType>(value: T, what: string, most: number) =>
  z
    .record(identifier, value, {
      error: ({ input }) => `expected an object of ${what} by name, got ${show(input)}`,
    })
    .refine((all) => Object.keys(all).length >= 1 && Object.keys(all).length <= most, {
      error: ({ input }) =>
        `expected 1 to ${most} ${what}, got ${Object.keys(input as object).length}`,
    });

const email = shape({
  identity: pattern(
    "the ARN of an identity of SES",
    /^arn:aws[a-z-]*:ses:[a-z0-9-]+:\d{12}:identity\/[^\s/]+$/,
  ),
  from: pattern(
    "an address such as no-reply@example.com or Example <no-reply@example.com>",
    /^([^\s@<>]+@[^\s@<>]+|[^<>@]+ <[^\s@<>]+@[^\s@<>]+>)$/,
  ),
});

/** What is written under `signIn` of an environment, field by field. */
export const signInShape = shape({
  domain,
  clients: named(client, "clients", MOST.clients),
  scopes: named(
    named(text("what the scope is good for, in a sentence"), "scopes", MOST.scopesOfResource),
    "APIs",
    MOST.resources,
  ).optional(),
  signUp: oneOf("open", "invited").optional(),
  mfa: oneOf("required", "optional").optional(),
  passwordLength: whole(8, 99).optional(),
  threatProtection: oneOf("enforced", "audit", "off").optional(),
  deletionProtection: oneOf(true, false).optional(),
  email: email.optional(),
});
