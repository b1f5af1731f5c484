import type { Construct } from "constructs";
import type { ManagedRules } from "../../model/engine";
import type { AwsEnvironment } from "../../model/environment";
import { awsWatchNames } from "../../model/names";
import type { Environment } from "../../model/settle";
import { ManagedPrometheus } from "../aws/managed_prometheus";
import { sharedTags, tagAll } from "../tags";
import { TerraformOutput } from "../tf";
import { AwsStack } from "./aws_stack";

export interface AwsObservabilityStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  readonly rules: ManagedRules;
}

/** What watches an environment, where AWS runs it. */
export class AwsObservabilityStack extends AwsStack {
  constructor(scope: Construct, id: string, props: AwsObservabilityStackProps) {
    super(scope, id, props);
    const { environment, declaration, rules } = props;
    const production = declaration.stage === "production";
    const { workspace } = new ManagedPrometheus(this, "prometheus", {
      names: awsWatchNames(environment.name),
      location: declaration,
      ...rules,
      logRetentionDays: environment.logRetentionDays,
      keyDeletionWindowDays: production ? 30 : 7,
      preventDestroy: production,
    });
    new TerraformOutput(this, "remote_write_url", {
      value: `${workspace.prometheusEndpoint}api/v1/remote_write`,
      description:
        "Where a Prometheus that scrapes the exporters writes to (`remote_write`, signed by sigv4).",
    });
    tagAll(this, sharedTags(environment));
  }
}
