import type { Construct } from "constructs";
import type { Cost } from "../../model/cost/cost";
import type { ManagedRules } from "../../model/engine";
import type { AwsEnvironment } from "../../model/environment";
import { awsCostNames, awsWatchNames } from "../../model/names";
import type { Environment } from "../../model/settle";
import { CostGuard } from "../aws/cost/cost_guard";
import { ManagedPrometheus } from "../aws/managed_prometheus";
import { sharedTags, tagAll } from "../tags";
import { TerraformOutput } from "../tf";
import { AwsStack } from "./aws_stack";

export interface AwsObservabilityStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;

  /**
   * What the managed engine runs.
   *
   * @default - there is none
   */
  readonly rules?: ManagedRules | undefined;
}

/** What watches an environment, where AWS runs it: its objectives, and what it costs. */
export class AwsObservabilityStack extends AwsStack {
  private readonly production: boolean;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsObservabilityStackProps,
  ) {
    super(scope, id, props);
    this.production = props.declaration.stage === "production";
    const { environment, rules } = props;
    if (rules !== undefined) this.watchObjectives(rules);
    if (environment.cost !== undefined) this.guardCost(environment.cost);
    tagAll(this, sharedTags(environment));
  }

  private get keyDeletionWindowDays(): number {
    return this.production ? 30 : 7;
  }

  private watchObjectives(rules: ManagedRules): void {
    const { environment, declaration } = this.props;
    const { workspace } = new ManagedPrometheus(this, "prometheus", {
      names: awsWatchNames(environment.name),
      location: declaration,
      ...rules,
      logRetentionDays: environment.logRetentionDays,
      keyDeletionWindowDays: this.keyDeletionWindowDays,
      preventDestroy: this.production,
    });
    new TerraformOutput(this, "remote_write_url", {
      value: `${workspace.prometheusEndpoint}api/v1/remote_write`,
      description:
        "Where a Prometheus that scrapes the exporters writes to (`remote_write`, signed by sigv4).",
    });
  }

  private guardCost(cost: Cost): void {
    const { environment, declaration } = this.props;
    const { topic } = new CostGuard(this, "cost", {
      names: awsCostNames(environment.name),
      environment: environment.name,
      location: declaration,
      cost,
      keyDeletionWindowDays: this.keyDeletionWindowDays,
    });
    if (topic === undefined) return;
    new TerraformOutput(this, "cost_topic_arn", {
      value: topic.arn,
      description:
        "What budgets and anomalies are published to; nobody hears until something subscribes.",
    });
  }
}
