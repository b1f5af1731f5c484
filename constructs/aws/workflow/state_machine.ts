import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { Construct } from "constructs";
import { definitionOf } from "../../../model/workloads/workflow/asl";
import type { Workflow } from "../../../model/workloads/workflow/settled";
import { literal } from "../../literal";
import { MAIN } from "../../logical_id";
import type { ITerraformDependable } from "../../tf";
import { named } from "../../tags";
import { partition, stateMachineArn, type Location } from "../arn";
import { GrantedRole } from "../identity/granted_role";
import { takenFor } from "../identity/trust";
import type { ServiceFunction } from "../service_function";
import { runGrants, WorkflowGrants } from "./workflow_grants";

export interface StateMachineProps {
  /** Of the machine, its role and its log; `model/names.ts` makes them. */
  readonly names: {
    readonly workflow: string;
    readonly workflowRole: string;
    readonly workflowLogGroup: string;
  };

  readonly location: Location;

  /** What it does; its states in the order in which they are written. */
  readonly workflow: Pick<
    Workflow,
    "type" | "start" | "states" | "timeoutSeconds" | "function" | "logs"
  >;

  /** Takes the steps, by its alias. */
  readonly handler: ServiceFunction;

  /** ARN of the customer key that encrypts the definition and the histories of executions. */
  readonly encryptionKeyArn: string;

  /** ARN of the customer key that encrypts the log. */
  readonly logKeyArn: string;

  /**
   * What lets AWS write logs of state machines, where it is in the same stack: AWS asks for it when a machine is made.
   *
   * @default - it is there already
   */
  readonly logDelivery?: ITerraformDependable | undefined;
}

/** For how long one data key is used: AWS's default. */
const DATA_KEY_SECONDS = 300;

/** A state machine whose tasks are steps of one function, with a role that may call it and nothing else. */
export class StateMachine extends Construct {
  readonly machine: SfnStateMachine;
  readonly role: GrantedRole;
  readonly logGroup: CloudwatchLogGroup;
  readonly grants: WorkflowGrants;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: StateMachineProps,
  ) {
    super(scope, id);
    this.logGroup = this.makeLogGroup();
    this.role = this.makeRole();
    this.machine = this.makeMachine();
    const { location, encryptionKeyArn } = props;
    const arn = stateMachineArn(location, this.machine.name);
    this.grants = new WorkflowGrants({ arn, location, encryptionKeyArn });
  }

  private makeLogGroup(): CloudwatchLogGroup {
    const { names, logKeyArn, workflow } = this.props;
    return new CloudwatchLogGroup(this, "logs", {
      name: names.workflowLogGroup,
      kmsKeyId: logKeyArn,
      retentionInDays: workflow.function.logRetentionDays,
    });
  }

  /** The machine is named, not referred to: it refers to the role. */
  private makeRole(): GrantedRole {
    const { names, location, handler, encryptionKeyArn } = this.props;
    const arn = stateMachineArn(location, names.workflow);
    return new GrantedRole(this, "role", {
      name: names.workflowRole,
      description: "Runs a workflow: calls the function that takes its steps.",
      trust: takenFor("states.amazonaws.com", location, arn),
      grants: runGrants({ arn, location, encryptionKeyArn, functionArn: handler.invokeArn }),
    });
  }

  private makeMachine(): SfnStateMachine {
    const { names, location, workflow, handler, encryptionKeyArn, logDelivery } = this.props;
    const { level, executionData } = workflow.logs;
    return new SfnStateMachine(this, MAIN, {
      name: names.workflow,
      type: workflow.type.toUpperCase(),
      roleArn: this.role.role.arn,
      definition: definitionOf(workflow, {
        functionArn: handler.invokeArn,
        partition: partition(location.region),
        literal,
      }),
      loggingConfiguration: {
        level: level.toUpperCase(),
        includeExecutionData: executionData,
        logDestination: `${this.logGroup.arn}:*`,
      },
      tracingConfiguration: { enabled: true },
      encryptionConfiguration: {
        type: "CUSTOMER_MANAGED_KMS_KEY",
        kmsKeyId: encryptionKeyArn,
        kmsDataKeyReusePeriodSeconds: DATA_KEY_SECONDS,
      },
      tags: named(names.workflow),
      // AWS checks when the machine is made that the role may write its log.
      dependsOn: [...this.role.policies, ...(logDelivery ? [logDelivery] : [])],
    });
  }
}
