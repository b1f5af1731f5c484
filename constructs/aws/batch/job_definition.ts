import { BatchJobDefinition } from "@cdktf/provider-aws/lib/batch-job-definition";
import { Construct } from "constructs";
import type { Batch } from "../../../model/workloads/batch/settled";
import { MAIN } from "../../logical_id";
import type { TerraformResource } from "../../tf";
import { after } from "../data/mount";
import { containerProperties, type ContainerFacts } from "./container_properties";

export interface JobDefinitionProps extends ContainerFacts {
  /** `model/names.ts` makes it; whoever submits a job by it alone runs the newest revision. */
  readonly name: string;

  readonly workload: ContainerFacts["workload"] & Pick<Batch, "attempts" | "timeoutSeconds">;
}

/** What a job runs, for how long, and when it is tried again. */
export class JobDefinition extends Construct {
  readonly definition: BatchJobDefinition;

  constructor(scope: Construct, id: string, props: JobDefinitionProps) {
    super(scope, id);
    const { name, workload } = props;
    this.definition = new BatchJobDefinition(this, MAIN, {
      ...{ name, type: "container", platformCapabilities: ["EC2"] },
      containerProperties: containerProperties(props),
      retryStrategy: retryStrategy(workload.attempts),
      timeout: { attemptDurationSeconds: workload.timeoutSeconds },
      propagateTags: true,
      deregisterOnNewRevision: true,
    });
  }

  /** Jobs start when what they mount lets them in. */
  startAfter(resources: readonly TerraformResource[]): void {
    this.definition.dependsOn = after(this.definition.dependsOn, resources);
  }
}

/**
 * Again where the machine went away, as spare capacity does. What the code ends with, it would end with again.
 *
 * @see https://docs.aws.amazon.com/batch/latest/userguide/job_retries.html
 */
const retryStrategy = (attempts: number) => ({
  attempts,
  evaluateOnExit: [
    { action: "retry", onStatusReason: "Host EC2*" },
    { action: "exit", onReason: "*" },
  ],
});
