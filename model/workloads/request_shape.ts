import { z } from "zod";
import { duration, identifier, list, oneOf, pattern, some, whole } from "../leaves";
import { oneOfThese, shape, show } from "../problems";
import { rolloutShape } from "../rollout/shape";
import { apiEdgeShape } from "./api_edge/shape";
import { codeFolder, functionFields } from "./function_shape";
import { jsonSchema } from "./json_schema";
import { origin } from "./origins";

const method = oneOf("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT");

const path = pattern(
  "a path such as /v1/items/{id}, of letters, digits, `.`, `_`, `~`, `-` and parameters in braces; one such as {rest+} at its end only",
  /^\/$|^(?=.{2,512}$)(\/([\w.~-]+|\{\w+\}))*\/([\w.~-]+|\{\w+\+?\})$/,
);

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-3.3 */
const scope = pattern("a scope without spaces, quotes or backslashes", /^[!#-[\]-~]{1,64}$/);

/** API Gateway's quotas: routes of an API, scopes of a route, audiences of an authorizer. */
const MOST = { routes: 300, scopes: 10, cors: 100 } as const;

export const MOST_AUDIENCES = 50;

const scopes = some(scope, "scopes", MOST.scopes);

const query = shape({
  type: oneOf("object"),
  properties: z.record(z.string(), jsonSchema, {
    error: () => "expected an object of schemas by the parameter's name",
  }),
  required: list(z.string(), "names of parameters").optional(),
});

const responses = z
  .record(z.string(), jsonSchema.nullable(), {
    error: () => "expected an object of schemas by status",
  })
  .superRefine((value, context) => {
    for (const status of Object.keys(value).filter((key) => !/^[2-5]\d\d$/.test(key)))
      context.addIssue({
        code: "custom",
        path: [status],
        message: `expected a status from 200 to 599, got ${show(status)}`,
      });
  });

const route = shape({
  method,
  path,
  auth: oneOf("jwt", "none").optional(),
  scopes: scopes.optional(),
  query: query.optional(),
  request: jsonSchema.optional(),
  responses: responses.optional(),
});

/** Compared byte by byte with the token's `iss`, which some issuers end with a slash. */
export const issuer = pattern("an issuer's https address", /^https:\/\/[^\s/?#]+(\/[^\s?#]*)?$/);

export const clientId = pattern("a client's id", /^\S{1,256}$/);

const auth = oneOfThese({
  jwt: shape({
    issuer,
    audience: some(clientId, "client ids", MOST_AUDIENCES),
    scopes: scopes.optional(),
  }).optional(),
  signIn: shape({
    clients: some(identifier, "clients", MOST_AUDIENCES).optional(),
    scopes: scopes.optional(),
  }).optional(),
});

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const throttle = shape({
  rate: whole(1, 100_000).optional(),
  burst: whole(1, 50_000).optional(),
});

const cors = shape({
  origins: some(origin, "origins", MOST.cors),
  methods: some(method, "methods", MOST.cors).optional(),
  headers: some(
    pattern("a header's name", /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/),
    "headers",
    MOST.cors,
  ).optional(),
  maxAge: duration("0s", "24h").optional(),
});

const provisioned = shape({
  min: whole(1, 10_000),
  max: whole(1, 10_000),
  utilization: whole(10, 90).optional(),
});

export const requestFunction = shape({
  ...functionFields,
  timeout: duration("1s", "29s").optional(),
  concurrency: whole(1, 10_000).optional(),
  provisioned: provisioned.optional(),
});

export const requestDrivenShape = shape({
  kind: z.literal("requestDriven"),
  code: codeFolder,
  routes: some(route, "routes", MOST.routes),
  auth: auth.optional(),
  throttle: throttle.optional(),
  cors: cors.optional(),
  edge: apiEdgeShape.optional(),
  function: requestFunction.optional(),
  rollout: rolloutShape.optional(),
});
