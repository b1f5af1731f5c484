import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { zipSync } from "fflate";
import { stackId } from "../../../model/names";
import { repositoryRoot } from "../../../operations/repository";
import { authorizationFor, tagList, type IdsByName, type Named } from "./cloud";
import { announceContainers, type ContainerResources } from "./container_resources";
import {
  createBuckets,
  createEdge,
  createWebAcls,
  type Buckets,
  type EdgeResources,
} from "./edge_resources";

/** The part of a synthesized stack that emits metrics. */
interface Stack {
  readonly resource: EdgeResources &
    ContainerResources & {
      readonly aws_sqs_queue: Readonly<Record<string, Named & { readonly name: string }>>;
      readonly aws_lambda_function: Readonly<
        Record<string, Named & { readonly function_name: string }>
      >;
      readonly aws_dynamodb_table: Readonly<Record<string, Named & { readonly name: string }>>;
      readonly aws_s3_bucket: Buckets;
      readonly aws_apigatewayv2_api: Readonly<Record<string, Named & { readonly name: string }>>;
    };
}

/** Ids of what the cloud names by itself. */
export type CloudIds = Readonly<Record<"apis" | "distributions", IdsByName>>;

/** Creates what emits metrics, by the name and with the tags that the synthesized stack gives it. */
export async function createResources(environment: string, endpoint: string): Promise<CloudIds> {
  const { resource } = readStack(stackId(environment, "c01"));
  const edge = readStack(stackId(environment, "edge")).resource;
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const options = { region: "us-east-1", credentials, endpoint };
  await createQueues(new SQSClient(options), resource);
  await createFunctions(new LambdaClient(options), resource);
  await createTables(new DynamoDBClient(options), resource);
  await announceContainers(environment, endpoint, resource);
  await createWebAcls(endpoint, "REGIONAL", resource);
  const s3 = (region = options.region) =>
    new S3Client({ ...options, region, forcePathStyle: true });
  await createBuckets(s3, resource.aws_s3_bucket);
  const [apis, distributions] = await Promise.all([
    createApis(endpoint, resource),
    createEdge(endpoint, edge),
  ]);
  return { apis, distributions };
}

function readStack(stack: string): Stack {
  const file = join(repositoryRoot, "test", "golden", "stacks", stack, "cdk.tf.json");
  return JSON.parse(readFileSync(file, "utf8")) as Stack;
}

/** In the protocol that needs no SDK. */
async function createApis(
  endpoint: string,
  { aws_apigatewayv2_api }: Stack["resource"],
): Promise<IdsByName> {
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
      Tags: tagList(tags),
    };
    await dynamo.send(new CreateTableCommand(request));
  }
}
