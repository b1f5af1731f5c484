import { COSTED, synthesizeAll } from "../constructs/support/synth";
import { apply, NO_QUESTIONS } from "./cell";
import { cloud } from "./cloud";
import { exited } from "./commands";
import { ACCOUNT } from "./emulators";
import { createEstate, type Estate } from "./estate";
import { writeStack } from "./local_stack";
import { story } from "./steps";

const { step } = story("cost");

const GUARD = "dev-cost-observability";

let estate: Estate;
let aws: ReturnType<typeof cloud>;

afterAll(async () => estate?.remove());

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  aws = cloud(estate.env);
  for (const { id, json } of synthesizeAll([COSTED])) writeStack(estate, id, json);
});

step("apply the budget, the monitor, its subscriptions and their topic", () =>
  apply(estate, GUARD),
);

step("a second plan is empty", async () => {
  exited(await estate.run(GUARD, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("what is there is what was declared", async () => {
  const budget = { AccountId: ACCOUNT, BudgetName: "dev-cost-observability-cost" };
  const { Notifications } = await told(estate, "DescribeNotificationsForBudget", budget);
  expect(Notifications).toHaveLength(4);
  const { Budget } = await told(estate, "DescribeBudget", budget);
  expect(Budget).toMatchObject({ CostFilters: { TagKeyValue: ["user:environment$dev-cost"] } });
  const { AnomalySubscriptions } = await told(estate, "GetAnomalySubscriptions");
  expect(AnomalySubscriptions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ Frequency: "DAILY" }),
      expect.objectContaining({ Frequency: "IMMEDIATE" }),
    ]),
  );
});

step("destroy leaves nothing but a key that waits for its deletion", async () => {
  await estate.must(GUARD, "destroy", "-auto-approve", ...NO_QUESTIONS);
  expect(await estate.must(GUARD, "state", "list")).toBe("");
  expect((await told(estate, "DescribeBudgets", { AccountId: ACCOUNT })).Budgets).toEqual([]);
  expect((await told(estate, "GetAnomalyMonitors")).AnomalyMonitors).toEqual([]);
  expect((await told(estate, "GetAnomalySubscriptions")).AnomalySubscriptions).toEqual([]);
  expect(await aws.keyAliases()).toEqual([]);
  expect(await aws.keyStates()).toEqual(["PendingDeletion"]);
});

/** What the emulators answer; no SDK of the project's knows either service. */
async function told(
  { env }: Estate,
  call: string,
  body: object = {},
): Promise<Readonly<Record<string, unknown>>> {
  const [service, target] = call.includes("Anomaly")
    ? (["ce", "AWSInsightsIndexService"] as const)
    : (["budgets", "AWSBudgetServiceGateway"] as const);
  const endpoint = env[service === "ce" ? "AWS_ENDPOINT_URL_COST_EXPLORER" : "AWS_ENDPOINT_URL"];
  const credential = `test/20260101/us-east-1/${service}/aws4_request`;
  const response = await fetch(`${endpoint}/`, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `${target}.${call}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Readonly<Record<string, unknown>>;
}
