import { join } from "node:path";
import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { synthesize } from "../../constructs/synth";
import type { TerraformJson } from "../../constructs/terraform_json";
import { dev } from "../../environments/dev";
import type { AwsEnvironment } from "../../model/environment";
import { settle } from "../../model/settle";
import { CodeAssets } from "../../operations/code";
import { synthesizeAll } from "../constructs/support/synth";
import { inTwo, SINGLE } from "../model/regions/regions";
import { repository } from "./commands";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";

/** In the zone that the story makes. */
export const ONE: AwsEnvironment = { ...SINGLE, dns: dev.dns! };

export const TWO = inTwo({ mode: "activeActive" }, ONE);

export const FIRST = `${ONE.name}-c01`;
export const SECOND = `${FIRST}-us-west-2`;

/** The stacks of both regions. */
export const regionStacks = (): TerraformJson[] =>
  synthesizeAll([TWO])
    .filter(({ id }) => id === FIRST || id === SECOND)
    .map(({ json }) => json);

/** The stacks of cells, with the code of their services. */
export async function writeCells(estate: Estate, declaration: AwsEnvironment): Promise<void> {
  const environments = [settle(declaration)];
  const code = await CodeAssets.bundle(repository, environments);
  const outdir = join(estate.folder, "cdktf.out");
  const stacks = synthesize({
    ...{ environments, outdir },
    code: (service, secret) => code.of(service, secret),
  });
  const cells = stacks.filter(({ id }) => id.startsWith(FIRST));
  for (const { id, json } of cells) writeStack(estate, id, json);
  code.write(outdir, cells, environments);
}

/** What somebody in a region sees and does. */
export function inRegion(estate: Estate, region: string) {
  const options = {
    ...{ region, endpoint: estate.env["AWS_ENDPOINT_URL"] ?? "" },
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
  const sqs = new SQSClient(options);
  const dynamodb = new DynamoDBClient(options);
  return {
    send: async (QueueName: string, MessageBody: string) => {
      const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
    /** Ids of the events that the table keeps; undefined while it is without these. */
    kept: async (those: readonly string[]) => {
      const table = { TableName: `${FIRST}-orders-state` };
      const { Items = [] } = await dynamodb.send(new ScanCommand(table));
      const ids = Items.map(({ eventId }) => eventId?.S ?? "").sort();
      return those.every((id) => ids.includes(id)) ? ids : undefined;
    },
  };
}
