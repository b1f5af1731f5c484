import { CodedeployApp } from "@cdktf/provider-aws/lib/codedeploy-app";
import { CodedeployDeploymentConfig } from "@cdktf/provider-aws/lib/codedeploy-deployment-config";
import { CodedeployDeploymentGroup } from "@cdktf/provider-aws/lib/codedeploy-deployment-group";
import { Construct } from "constructs";
import { awsShiftNames } from "../../../model/names";
import type { Shift } from "../../../model/rollout/settled";
import { MAIN } from "../../logical_id";
import { TerraformOutput } from "../../tf";
import { alarmArn, functionArn, type Location } from "../arn";
import { GrantedRole } from "../identity/granted_role";
import { takenBy } from "../identity/trust";
import type { Grant } from "../policy";
import type { ServiceFunction } from "../service_function";
import type { BurnAlarms } from "./burn_alarms";

export interface ShiftedFunctionProps {
  /** Made with `shifted`. */
  readonly of: ServiceFunction;

  /** Physical name of the function, from which those of the parts are made. */
  readonly functionName: string;

  readonly location: Location;

  /** A share first and then all, or the same share more at each step. */
  readonly strategy: "canary" | "linear";

  /** How much, and how long each step is watched. */
  readonly shift: Shift;

  /** What takes a new version back; one or more. */
  readonly alarms: BurnAlarms;
}

/** What hands a function's calls over from version to version, and back when an alarm rings: CodeDeploy, with rights to do no more. */
export class ShiftedFunction extends Construct {
  readonly application: CodedeployApp;
  readonly config: CodedeployDeploymentConfig;
  readonly role: GrantedRole;
  readonly group: CodedeployDeploymentGroup;
  private readonly names: ReturnType<typeof awsShiftNames>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ShiftedFunctionProps,
  ) {
    super(scope, id);
    this.names = awsShiftNames(props.functionName);
    this.application = new CodedeployApp(this, "application", {
      name: this.names.application,
      computePlatform: "Lambda",
    });
    this.config = this.makeConfig();
    this.role = this.makeRole();
    this.group = this.makeGroup();
    this.makeOutput();
  }

  private makeConfig(): CodedeployDeploymentConfig {
    const { strategy, shift } = this.props;
    const { percent, intervalMinutes } = shift;
    const step = { percentage: percent, interval: intervalMinutes };
    return new CodedeployDeploymentConfig(this, "steps", {
      deploymentConfigName: this.names.config(strategy, percent, intervalMinutes),
      computePlatform: "Lambda",
      trafficRoutingConfig:
        strategy === "canary"
          ? { type: "TimeBasedCanary", timeBasedCanary: step }
          : { type: "TimeBasedLinear", timeBasedLinear: step },
      // A group uses the one before until it has this one.
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private makeRole(): GrantedRole {
    const { of, location, functionName } = this.props;
    return new GrantedRole(this, "role", {
      name: this.names.role,
      description: `Hands the calls of ${functionName} over from version to version.`,
      trust: takenBy("codedeploy.amazonaws.com"),
      grants: shiftGrants(location, of.function.functionName, this.props.alarms.alarmNames),
    });
  }

  /** Whatever ends a rollout early takes it back: an alarm, a failure, a person. */
  private makeGroup(): CodedeployDeploymentGroup {
    return new CodedeployDeploymentGroup(this, MAIN, {
      appName: this.application.name,
      deploymentGroupName: this.names.group,
      deploymentConfigName: this.config.deploymentConfigName,
      serviceRoleArn: this.role.role.arn,
      deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
      alarmConfiguration: {
        ...{ enabled: true, alarms: [...this.props.alarms.alarmNames] },
        ignorePollAlarmFailure: false,
      },
      autoRollbackConfiguration: {
        enabled: true,
        events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
      },
      dependsOn: this.role.policies,
    });
  }

  /** What `aws deploy create-deployment --cli-input-json` takes: from the version that answers to the one that was applied last. */
  private makeOutput(): void {
    const { of } = this.props;
    new TerraformOutput(this, "deployment", {
      value: JSON.stringify({
        applicationName: this.application.name,
        deploymentGroupName: this.group.deploymentGroupName,
        revision: {
          revisionType: "AppSpecContent",
          appSpecContent: { content: appSpec(of) },
        },
      }),
      description: "Hands calls over to the version that was applied last (docs/rollouts.md).",
    });
  }
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html */
const appSpec = ({ function: of, alias }: ServiceFunction): string =>
  JSON.stringify({
    version: "0.0",
    Resources: [
      {
        [of.functionName]: {
          Type: "AWS::Lambda::Function",
          Properties: {
            ...{ Name: of.functionName, Alias: alias.name },
            ...{ CurrentVersion: alias.functionVersion, TargetVersion: of.version },
          },
        },
      },
    ],
  });

/**
 * Less than AWS's own policy, which reaches every function and object of the account.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRoleForLambdaLimited.html
 */
const shiftGrants = (
  location: Location,
  functionName: string,
  alarms: readonly string[],
): readonly Grant[] => [
  {
    sid: "ShiftCalls",
    actions: ["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"],
    resources: [functionArn(location, functionName), `${functionArn(location, functionName)}:*`],
  },
  {
    sid: "WatchAlarms",
    actions: ["cloudwatch:DescribeAlarms"],
    resources: alarms.map((name) => alarmArn(location, name)),
  },
];
