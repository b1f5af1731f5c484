import type { Construct } from "constructs";
import type { GoogleManagedAlerting } from "../../model/alerting";
import type { Environment } from "../../model/settle";
import type { AlertPolicy } from "../../model/engine";
import { BurnPolicies } from "../gcp/burn_policies";
import { sharedTags } from "../tags";
import { GoogleStack, type GoogleStackProps } from "./google_stack";

export interface GoogleObservabilityStackProps extends GoogleStackProps {
  readonly environment: Environment;
  readonly channels: GoogleManagedAlerting;
  readonly policies: readonly AlertPolicy[];
}

/** What watches an environment, where Google runs it. */
export class GoogleObservabilityStack extends GoogleStack {
  constructor(scope: Construct, id: string, props: GoogleObservabilityStackProps) {
    super(scope, id, props);
    new BurnPolicies(this, "slo", {
      policies: props.policies,
      channels: props.channels,
      project: props.declaration.project,
      tags: sharedTags(props.environment),
    });
  }
}
