import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Answer } from "./answer";
import { DynamoDbCatalogue } from "./catalogue/dynamodb";
import { createHandler, type Request } from "./handler";
import { jsonLog } from "./log";
import { readSettings } from "./settings";

const { CATALOGUE_TABLE, SERVICE, ENVIRONMENT } = readSettings(process.env);

const handle = createHandler({
  catalogue: new DynamoDbCatalogue(CATALOGUE_TABLE),
  log: jsonLog((line) => void process.stdout.write(line), Date.now, {
    service: SERVICE,
    environment: ENVIRONMENT,
  }),
});

/** AWS Lambda behind an HTTP API, payload format 2.0; tokens and scopes were checked before. */
export async function handler(
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  return toResult(await handle(toRequest(event)));
}

const toRequest = (event: APIGatewayProxyEventV2): Request => ({
  requestId: event.requestContext.requestId,
  routeKey: event.routeKey,
  id: event.pathParameters?.["id"] ?? "",
  body: event.isBase64Encoded
    ? Buffer.from(event.body ?? "", "base64").toString("utf8")
    : event.body,
});

const toResult = ({ status, contentType, headers, body }: Answer) => ({
  statusCode: status,
  headers: { "content-type": contentType, ...headers },
  body: JSON.stringify(body),
});
