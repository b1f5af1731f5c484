/**
 * What is said of each request: who asked for what, what became of it, and how long each part took. No header, no
 * query and no body: those hold tokens and what users look for.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const FIELDS = {
  requestId: "requestId",
  requestTime: "requestTimeEpoch",
  ip: "identity.sourceIp",
  protocol: "protocol",
  httpMethod: "httpMethod",
  path: "path",
  routeKey: "routeKey",
  status: "status",
  responseLength: "responseLength",
  responseLatency: "responseLatency",
  integrationStatus: "integrationStatus",
  integrationLatency: "integrationLatency",
  integrationError: "integrationErrorMessage",
  authorizerError: "authorizer.error",
} as const;

/** One JSON object a request; every value is a text, since what is absent is written as `-`. */
const formatOf = (fields: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(fields).map(([name, variable]) => [name, `$context.${variable}`]),
    ),
  );

export const ACCESS_LOG_FORMAT = formatOf(FIELDS);

/** Without the path, which begins with the name that CloudFront alone knows; the log at the edge has the rest of it. */
export const FRONTED_LOG_FORMAT = formatOf(
  Object.fromEntries(Object.entries(FIELDS).filter(([name]) => name !== "path")),
);
