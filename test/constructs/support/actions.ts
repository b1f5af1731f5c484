import type { SdkCommand } from "../../functions/support/sdk_calls";

/**
 * The actions that AWS asks for a call.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
 */
export const ACTIONS = {
  GetItemCommand: ["dynamodb:GetItem"],
  TransactGetItemsCommand: ["dynamodb:GetItem"],
  BatchGetItemCommand: ["dynamodb:BatchGetItem"],
  QueryCommand: ["dynamodb:Query"],
  ScanCommand: ["dynamodb:Scan"],
  PutItemCommand: ["dynamodb:PutItem"],
  UpdateItemCommand: ["dynamodb:UpdateItem"],
  DeleteItemCommand: ["dynamodb:DeleteItem"],
  BatchWriteItemCommand: ["dynamodb:BatchWriteItem"],
  // Of the kinds of items in it, each.
  TransactWriteItemsCommand: [
    "dynamodb:ConditionCheckItem",
    "dynamodb:DeleteItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
  ],
  SendMessageCommand: ["sqs:SendMessage"],
  SendMessageBatchCommand: ["sqs:SendMessage"],
  ReceiveMessageCommand: ["sqs:ReceiveMessage"],
  DeleteMessageCommand: ["sqs:DeleteMessage"],
  DeleteMessageBatchCommand: ["sqs:DeleteMessage"],
  GetQueueAttributesCommand: ["sqs:GetQueueAttributes"],
} as const satisfies Partial<Record<SdkCommand, readonly string[]>>;

export type KnownCommand = keyof typeof ACTIONS;

export function actionsOf(commands: readonly SdkCommand[]): string[] {
  const unknown = commands.find((command) => !(command in ACTIONS));
  if (unknown !== undefined) throw new Error(`${unknown}: say in ACTIONS what AWS asks for it`);
  return [...new Set(commands.flatMap((command) => ACTIONS[command as KnownCommand]))].sort();
}
