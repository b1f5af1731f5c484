import { Construct } from "constructs";
import type { Cost } from "../../../model/cost/cost";
import type { awsCostNames } from "../../../model/names";
import type { Location } from "../arn";
import { AnomalyWatch } from "./anomaly_watch";
import { CostTopic } from "./cost_topic";
import { MonthlyBudget } from "./monthly_budget";

export interface CostGuardProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: ReturnType<typeof awsCostNames>;

  /** The environment's name, as in its tag. */
  readonly environment: string;

  readonly location: Location;

  readonly cost: Cost;

  /** Days between the order to delete the topic's key and its deletion, 7 to 30. */
  readonly keyDeletionWindowDays: number;
}

/** A budget, what watches for anomalies, and the topic that both tell where one is wanted. */
export class CostGuard extends Construct {
  readonly topic: CostTopic | undefined;

  constructor(scope: Construct, id: string, props: CostGuardProps) {
    super(scope, id);
    const { names, cost, environment } = props;
    const topic = cost.topic ? new CostTopic(this, "topic", props) : undefined;
    new MonthlyBudget(this, "budget", { name: names.budget, environment, cost, topic });
    const { anomalies, emails } = cost;
    if (anomalies) new AnomalyWatch(this, "anomalies", { names, anomalies, emails, topic });
    this.topic = topic;
  }
}
