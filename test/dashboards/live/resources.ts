import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { zipSync } from "fflate";
import { repositoryRoot } from "../../../operations/repository";

interface Tagged {
  readonly tags: Readonly<Record<string, string>>;
}

/** The part of a synthesized stack that emits metrics. */
interface Stack {
  readonly resource: {
    readonly aws_sqs_queue: Readonly<Record<string, Tagged & { readonly name: string }>>;
    readonly aws_lambda_function: Readonly<
      Record<string, Tagged & { readonly function_name: string }>
    >;
    readonly aws_dynamodb_table: Readonly<Record<string, Tagged & { readonly name: string }>>;
    readonly aws_apigatewayv2_api: Readonly<Record<string, Tagged & { readonly name: string }>>;
  };
}

/** The id that the cloud gave to each API, by the tag by which everybody else finds it. */
export type ApiIds = Readonly<Record<string, string>>;

/** Creates what emits metrics, by the name and with the tags that the synthesized stack gives it. */
export async function createResources(stack: string, endpoint: string): Promise<ApiIds> {
  const file = join(repositoryRoot, "test", "golden", "stacks", stack, "cdk.tf.json");
  const { resource } = JSON.parse(readFileSync(file, "utf8")) as Stack;
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const options = { region: "us-east-1", credentials, endpoint };
  await createQueues(new SQSClient(options), resource);
  await createFunctions(new LambdaClient(options), resource);
  await createTables(new DynamoDBClient(options), resource);
  return createApis(endpoint, resource);
}

/** In the protocol that needs no SDK. */
async function createApis(
  endpoint: string,
  { aws_apigatewayv2_api }: Stack["resource"],
): Promise<ApiIds> {
  const ids = Object.values(aws_apigatewayv2_api).map(async ({ name, tags }) => {
    const body = JSON.stringify({ name, protocolType: "HTTP", tags });
    const headers = { authorization: authorizationFor("apigateway") };
    const answer = await fetch(`${endpoint}/v2/apis`, { method: "POST", body, headers });
    if (!answer.ok) throw new Error(`API Gateway refused: ${await answer.text()}`);
    const { apiId } = (await answer.json()) as { readonly apiId: string };
    return [tags["Name"] ?? "", apiId] as const;
  });
  return Object.fromEntries(await Promise.all(ids));
}

/** By which the emulator sees of which service a request is. */
export const authorizationFor = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

async function createQueues(sqs: SQSClient, { aws_sqs_queue }: Stack["resource"]): Promise<void> {
  for (const { name, tags } of Object.values(aws_sqs_queue)) {
    await sqs.send(new CreateQueueCommand({ QueueName: name, tags }));
  }
}

async function createFunctions(
  lambda: LambdaClient,
  { aws_lambda_function }: Stack["resource"],
): Promise<void> {
  for (const { function_name, tags } of Object.values(aws_lambda_function)) {
    const request = {
      ...{ FunctionName: function_name, Runtime: "nodejs20.x" as const, Handler: "index.handler" },
      ...{ Role: `arn:aws:iam::123456789012:role/${function_name}`, Tags: tags },
      Code: {
        ZipFile: zipSync({ "index.js": new TextEncoder().encode("exports.handler = () => {};") }),
      },
    };
    await lambda.send(new CreateFunctionCommand(request));
  }
}

async function createTables(
  dynamo: DynamoDBClient,
  { aws_dynamodb_table }: Stack["resource"],
): Promise<void> {
  for (const { name, tags } of Object.values(aws_dynamodb_table)) {
    const request = {
      ...{ TableName: name, BillingMode: "PAY_PER_REQUEST" as const },
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" as const }],
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" as const }],
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    };
    await dynamo.send(new CreateTableCommand(request));
  }
}
