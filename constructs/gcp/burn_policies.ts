import { MonitoringAlertPolicy } from "@cdktf/provider-google/lib/monitoring-alert-policy";
import { Construct } from "constructs";
import type { AlertPolicy } from "../../model/engine";
import type { GoogleManagedAlerting } from "../../model/alerting";
import type { Tags } from "../../model/names";

export interface BurnPoliciesProps {
  readonly policies: readonly AlertPolicy[];

  /** Who is told of what. */
  readonly channels: GoogleManagedAlerting;

  /** The project's id: where the policies and the metrics are. */
  readonly project: string;

  readonly tags: Tags;
}

/** Cloud Monitoring's alerts on error budgets: a policy for each tier of each objective. */
export class BurnPolicies extends Construct {
  constructor(scope: Construct, id: string, props: BurnPoliciesProps) {
    super(scope, id);
    for (const policy of props.policies) this.add(policy, props);
  }

  private add(policy: AlertPolicy, { channels, project, tags }: BurnPoliciesProps): void {
    new MonitoringAlertPolicy(this, policy.id, {
      project,
      displayName: `${policy.group}/${policy.alert} (${policy.id})`,
      combiner: "OR",
      severity: policy.severity === "page" ? "CRITICAL" : "WARNING",
      conditions: [condition(policy)],
      notificationChannels: [channels[policy.severity]],
      documentation: {
        content: policy.text,
        mimeType: "text/markdown",
        links: policy.links.map(({ name, url }) => ({ displayName: name, url })),
      },
      userLabels: { ...tags },
    });
  }
}

const condition = ({ id, alert, group, query, seconds, labels }: AlertPolicy) => ({
  displayName: id,
  conditionPrometheusQueryLanguage: {
    query,
    alertRule: alert,
    ruleGroup: group,
    duration: `${seconds}s`,
    evaluationInterval: "60s",
    labels: { ...labels },
    // A metric that no service has emitted yet is unknown to Cloud Monitoring, and no mistake.
    disableMetricValidation: true,
  },
});
