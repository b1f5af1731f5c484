import {
  BudgetsBudget,
  type BudgetsBudgetNotification,
} from "@cdktf/provider-aws/lib/budgets-budget";
import { Construct } from "constructs";
import type { Cost } from "../../../model/cost/cost";
import { MAIN } from "../../logical_id";
import type { CostTopic } from "./cost_topic";

export interface MonthlyBudgetProps {
  /** Physical name, made in `model/names.ts`. */
  readonly name: string;

  /** The environment whose tag says what is counted, where not all of the account is. */
  readonly environment: string;

  readonly cost: Omit<Cost, "anomalies">;

  /**
   * What is told beside the addresses.
   *
   * @default - no topic
   */
  readonly topic?: CostTopic | undefined;
}

/** What may be spent in a calendar month, and who is told at which part of it. */
export class MonthlyBudget extends Construct {
  readonly budget: BudgetsBudget;

  constructor(scope: Construct, id: string, props: MonthlyBudgetProps) {
    super(scope, id);
    const { name, environment, cost, topic } = props;
    this.budget = new BudgetsBudget(this, MAIN, {
      name,
      budgetType: "COST",
      limitAmount: String(cost.monthly),
      limitUnit: "USD",
      timeUnit: "MONTHLY",
      // Credits run out and refunds come late: neither says what runs now.
      costTypes: { includeCredit: false, includeRefund: false },
      ...(cost.scope === "account" ? {} : { costFilter: [tagged(environment)] }),
      notification: [
        ...cost.spent.map((percent) => notification("ACTUAL", percent, props)),
        ...cost.forecast.map((percent) => notification("FORECASTED", percent, props)),
      ],
      ...(topic === undefined ? {} : { dependsOn: [topic.policy] }),
    });
  }
}

/** @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create-filters.html */
const tagged = (environment: string) => ({
  name: "TagKeyValue",
  values: [`user:environment$${environment}`],
});

const notification = (
  notificationType: "ACTUAL" | "FORECASTED",
  threshold: number,
  { cost: { emails }, topic }: MonthlyBudgetProps,
): BudgetsBudgetNotification => ({
  notificationType,
  threshold,
  thresholdType: "PERCENTAGE",
  comparisonOperator: "GREATER_THAN",
  ...(emails.length === 0 ? {} : { subscriberEmailAddresses: [...emails] }),
  ...(topic === undefined ? {} : { subscriberSnsTopicArns: [topic.arn] }),
});
