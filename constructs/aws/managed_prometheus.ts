import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { PrometheusAlertManagerDefinition } from "@cdktf/provider-aws/lib/prometheus-alert-manager-definition";
import { PrometheusRuleGroupNamespace } from "@cdktf/provider-aws/lib/prometheus-rule-group-namespace";
import { PrometheusWorkspace } from "@cdktf/provider-aws/lib/prometheus-workspace";
import { Construct } from "constructs";
import type { ManagedRules } from "../../model/engine";
import type { awsWatchNames } from "../../model/names";
import { MAIN } from "../logical_id";
import { logGroupArn, type Location } from "./arn";
import { Key, logsMayUse } from "./key";

export interface ManagedPrometheusProps extends ManagedRules {
  /** Physical names, made in `model/names.ts`. */
  readonly names: ReturnType<typeof awsWatchNames>;

  readonly location: Location;

  /** How long what it logs is kept: rules and notifications that fail. */
  readonly logRetentionDays: number;

  /** Days between the order to delete the key and its deletion, 7 to 30. */
  readonly keyDeletionWindowDays: number;

  /** Let Terraform refuse to destroy the workspace, which holds the budgets' history. */
  readonly preventDestroy: boolean;
}

/** Amazon Managed Service for Prometheus: keeps the samples, runs the rules, sends the alerts. */
export class ManagedPrometheus extends Construct {
  readonly workspace: PrometheusWorkspace;

  constructor(scope: Construct, id: string, props: ManagedPrometheusProps) {
    super(scope, id);
    const key = this.makeKey(props);
    this.workspace = this.makeWorkspace(props, key);
    const workspaceId = this.workspace.id;
    for (const { name, text } of props.namespaces) {
      new PrometheusRuleGroupNamespace(this, `rules-${name}`, { name, data: text, workspaceId });
    }
    new PrometheusAlertManagerDefinition(this, "alertmanager", {
      definition: props.alertmanager,
      workspaceId,
    });
  }

  private makeKey({
    names,
    location,
    keyDeletionWindowDays,
    preventDestroy,
  }: ManagedPrometheusProps) {
    return new Key(this, "key", {
      alias: names.keyAlias,
      description: `Encrypts the samples and logs of ${names.workspace}.`,
      location,
      statements: [logsMayUse([logGroupArn(location, names.logGroup)], location)],
      deletionWindowDays: keyDeletionWindowDays,
      preventDestroy,
    });
  }

  private makeWorkspace(props: ManagedPrometheusProps, key: Key): PrometheusWorkspace {
    const logs = new CloudwatchLogGroup(this, "logs", {
      name: props.names.logGroup,
      kmsKeyId: key.arn,
      retentionInDays: props.logRetentionDays,
    });
    return new PrometheusWorkspace(this, MAIN, {
      alias: props.names.workspace,
      kmsKeyArn: key.arn,
      loggingConfiguration: { logGroupArn: `${logs.arn}:*` },
      ...(props.preventDestroy ? { lifecycle: { preventDestroy: true } } : {}),
    });
  }
}
