import { dev } from "../../../../environments/dev";
import type { ServiceDeclaration } from "../../../../model/declaration";
import { callsIn, sdkCalls } from "../../../functions/support/sdk_calls";
import { actionsOf } from "../../support/actions";
import { cellOf, statements } from "../../support/synth";

/** What Lambda's poller calls with the function's role. */
const POLLED = actionsOf([
  "ReceiveMessageCommand",
  "DeleteMessageCommand",
  "GetQueueAttributesCommand",
]);

/** What every function is granted for itself: its log and its traces, neither of which its code calls. */
const OWN = /^(logs|xray|kms):/;

/** The actions that the one role of a service is granted beside those. */
function granted(service: ServiceDeclaration): string[] {
  const cell = cellOf({ ...dev, services: [service] });
  const policies = Object.values(cell.json.resource?.["aws_iam_role_policy"] ?? {});
  return policies
    .flatMap(({ policy }) => statements(policy))
    .flatMap(({ Action }) => Action as string | string[])
    .filter((action) => !OWN.test(action))
    .sort();
}

/** A service that runs code of its own. */
type Coded = ServiceDeclaration & { readonly workload: { readonly code: string } };

const coded = dev.services.filter((service): service is Coded => "code" in service.workload);

async function called({ workload }: Coded): Promise<string[]> {
  const own = actionsOf(await sdkCalls(`${workload.code}/aws.ts`));
  return [...own, ...(workload.kind === "eventDriven" ? POLLED : [])].sort();
}

/** As declared, but for what its code is said to call of each store. */
const withAccess = (
  service: ServiceDeclaration,
  ...access: readonly ("get" | "put" | "update")[]
): ServiceDeclaration => ({
  ...service,
  stores: Object.fromEntries(
    Object.entries(service.stores).map(([name, store]) => [
      name,
      store.kind === "keyValue" ? { ...store, access } : store,
    ]),
  ),
});

describe.each(coded.map((service) => [service.name, service] as const))("%s", (_, service) => {
  test("is granted exactly what its code calls", async () => {
    expect(granted(service)).toEqual(await called(service));
  });

  test("would be seen with a verb too many or too few", async () => {
    const calls = await called(service);
    expect(granted(withAccess(service, "get", "put", "update"))).not.toEqual(calls);
    expect(granted(withAccess(service, "get"))).not.toEqual(calls);
  });
});

describe("what code calls is read from its imports", () => {
  test("commands, not clients, errors and helpers", () => {
    const code = `
      import { marshall } from "@aws-sdk/util-dynamodb";
      import { DynamoDBClient, GetItemCommand as Get, ResourceNotFoundException } from "@aws-sdk/client-dynamodb";
      import { createHash } from "node:crypto";
      import { SendMessageCommand } from "@aws-sdk/client-sqs";`;
    expect(callsIn(code)).toEqual(["GetItemCommand", "SendMessageCommand"]);
  });

  test.each([
    ['import * as dynamodb from "@aws-sdk/client-dynamodb";', "* as dynamodb"],
    ['import { DynamoDB } from "@aws-sdk/client-dynamodb";', "DynamoDB"],
    ['import { paginateScan } from "@aws-sdk/client-dynamodb";', "paginateScan"],
  ])("%s hides its calls", (code, unclear) => {
    expect(() => callsIn(code)).toThrow(
      `@aws-sdk/client-dynamodb: ${unclear}: import the commands that are sent, one by one`,
    );
  });

  test("a package that nobody has looked at may call anything", () => {
    expect(() => callsIn('import { a } from "@aws-sdk/lib-dynamodb";')).toThrow(
      "@aws-sdk/lib-dynamodb: does it call AWS?",
    );
  });
});
