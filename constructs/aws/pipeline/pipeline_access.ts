import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import type { Dns } from "../../../model/dns/dns";
import { EDGE_REGION, stackId, type awsPipelineNames } from "../../../model/names";
import { AUDIENCE, type Pipeline } from "../../../model/pipeline";
import { homeCell, regionOfCell } from "../../../model/regions/name";
import type { PlatformStack } from "../../stacks/platform_stack";
import { TerraformOutput } from "../../tf";
import { iamArn, type Location } from "../arn";
import { regionProvider } from "../region_provider";
import { letters, policyDocument, type Grant } from "../policy";
import { readGrants, writeGrants } from "./access";
import { boundaryGrants } from "./boundary";
import { deliverJobEvents } from "../batch/job_event_delivery";
import { logDelivery } from "./log_delivery";
import { inventoryOf, passedTo, type Inventory } from "./inventory";
import { packed } from "./packed";
import { cellPattern, mergedCells, type CellPattern } from "./fleet_names";
import type { HeldStack, Reach } from "./reach";
import { readStates, writeStates, type States } from "./state_access";
import { trustOf } from "./trust";

export interface PipelineAccessProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: ReturnType<typeof awsPipelineNames>;
  readonly pipeline: Pipeline;
  /** The name of the environment whose stacks they plan and apply. */
  readonly environment: string;
  readonly location: Location;
  /** The environment's zone; undefined where none is declared. */
  readonly dns: Dns | undefined;
  /** The bucket of the stacks' states. */
  readonly stateBucket: string;

  /** ARN of the key that encrypts state. */
  readonly stateKeyArn: string;

  /** Which this is part of: whoever applies by the pipeline reads it and changes nothing in it. */
  readonly bootstrap: PlatformStack;

  /** Whole: nothing is added to them afterwards. */
  readonly stacks: readonly PlatformStack[];

  /**
   * The names of the environment's cells, whose stacks hold the same.
   *
   * @default - one cell
   */
  readonly cells?: readonly string[];
}

/** AWS attaches ten policies to a role unless asked for more; what writes has those that what reads leaves. */
const MOST_ATTACHED = 10;

/** What grants become, in the bootstrap stack, once it is known what they are. */
const MADE_OF_GRANTS = ["aws_iam_policy", "aws_iam_role_policy_attachment"];

/** Two roles that jobs of a pipeline take: one plans, one applies, and neither can make itself more than it is. */
export class PipelineAccess extends Construct {
  readonly plan: IamRole;
  readonly apply: IamRole;
  private readonly held: Inventory;
  private readonly pattern: CellPattern;
  /** Where cells are beside the environment's region. */
  private readonly regions: readonly string[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: PipelineAccessProps,
  ) {
    super(scope, id);
    const { cells = [] } = props;
    this.pattern = cellPattern(props.environment, [...new Set(cells.map(homeCell))]);
    this.regions = cells.flatMap((cell) => regionOfCell(cell) ?? []);
    this.held = inventoryOf(props.stacks);
    const provider = this.makeProvider();
    this.plan = this.makeRole("plan", provider);
    this.apply = this.makeRole("apply", provider);
    this.bound();
    this.letLogsBeDelivered();
    this.grant();
    this.makeOutputs();
  }

  private makeProvider(): IamOpenidConnectProvider[] {
    const { issuer, provider } = this.props.pipeline;
    if (provider === "existing") return [];
    const url = `https://${issuer}`;
    return [new IamOpenidConnectProvider(this, "provider", { url, clientIdList: [AUDIENCE] })];
  }

  private makeRole(job: "plan" | "apply", dependsOn: IamOpenidConnectProvider[]): IamRole {
    const { names, pipeline, location, environment } = this.props;
    return new IamRole(this, job, {
      name: names[job],
      description: `Taken by the jobs that ${job} ${environment}.`,
      assumeRolePolicy: trustOf(pipeline.issuer, pipeline[job], location),
      maxSessionDuration: 3_600,
      dependsOn,
    });
  }

  /** Every role of a service has the boundary; without it whoever applies may neither make nor widen one. */
  private bound(): void {
    const [document = ""] = packed(boundaryGrants(this.held.documents, this.reach()), 1);
    new IamPolicy(this, "boundary", {
      name: this.props.names.boundary,
      description: "The most that a role of a service may do.",
      policy: document,
    });
    for (const role of this.held.roles) role.permissionsBoundary = this.boundaryArn;
  }

  /**
   * AWS would have who first turns on such a log write this policy, and so any such policy of the account.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html
   */
  private letLogsBeDelivered(): void {
    const { names, location, environment } = this.props;
    const jobs = this.held.types.includes("aws_batch_job_queue");
    new CloudwatchLogResourcePolicy(this, "log-delivery", {
      policyName: names.logDelivery,
      policyDocument: policyDocument([
        logDelivery(location),
        ...(jobs ? deliverJobEvents(location, environment) : []),
      ]),
    });
    const apart = location.region !== EDGE_REGION && this.held.regions.includes(EDGE_REGION);
    if (apart) this.letBeDelivered("edge-log-delivery", EDGE_REGION);
    for (const region of this.regions.filter((one) => !apart || one !== EDGE_REGION))
      this.letBeDelivered(`${region}-log-delivery`, region);
  }

  private letBeDelivered(id: string, region: string): void {
    const { names } = this.props;
    const location = { ...this.props.location, region };
    new CloudwatchLogResourcePolicy(this, id, {
      policyName: names.logDelivery,
      policyDocument: policyDocument([logDelivery(location)]),
      provider: regionProvider(this, location),
    });
  }

  private grant(): void {
    const reads = this.reads();
    const writes = [...writeGrants(this.held.types, this.reach()), ...this.passes()];
    const left = MOST_ATTACHED - this.attach("read", reads, MOST_ATTACHED, [this.plan, this.apply]);
    this.attach("write", writes, left, [this.apply]);
    this.grantStates("plan", readStates(this.states()));
    this.grantStates("apply", [
      ...readStates(this.states()),
      writeStates(this.states()),
      keepStateKey(this.props.stateKeyArn),
    ]);
  }

  private reads(): Grant[] {
    const { bootstrap } = this.props;
    const types = [...inventoryOf([bootstrap]).types, ...MADE_OF_GRANTS];
    return readGrants([...this.held.types, ...types], this.reach({ id: bootstrap.id, types }));
  }

  /** @returns how many policies they took */
  private attach(
    name: string,
    grants: readonly Grant[],
    most: number,
    roles: readonly IamRole[],
  ): number {
    const policies = packed(grants, most);
    policies.forEach((policy, index) => {
      const id = index === 0 ? name : `${name}-${index + 1}`;
      const made = new IamPolicy(this, id, { name: this.props.names.policy(id), policy });
      for (const role of roles) {
        new IamRolePolicyAttachment(this, `${role.node.id}-${id}`, {
          ...{ role: role.name, policyArn: made.arn },
        });
      }
    });
    return policies.length;
  }

  private grantStates(job: "plan" | "apply", grants: readonly Grant[]): void {
    new IamRolePolicy(this, `${job}-states`, {
      name: `${this.props.names[job]}-states`,
      role: this[job].name,
      policy: policyDocument(grants),
    });
  }

  /** A role is passed by name, to the service that takes it: one that is new waits for the bootstrap stack. */
  private passes(): Grant[] {
    const passed = new Map<string, Grant>();
    for (const role of this.held.roles) {
      const grant = this.pass(role);
      const known = passed.get(grant.sid)?.resources ?? [];
      passed.set(grant.sid, {
        ...grant,
        resources: [...new Set([...known, ...grant.resources])],
      });
    }
    return [...passed.values()];
  }

  /** The same role of another cell has the same id. */
  private pass(role: IamRole): Grant {
    const { location } = this.props;
    return {
      sid: `Pass${role.node.path.split("/").slice(1, -1).map(letters).join("")}`,
      actions: ["iam:PassRole"],
      resources: [iamArn(location, `role/${this.pattern(role.nameInput ?? "")}`)],
      conditions: { StringEquals: { "iam:PassedToService": passedTo(role) } },
    };
  }

  private reach(...more: readonly HeldStack[]): Reach {
    const { location, environment, stateBucket, pipeline, dns } = this.props;
    const elsewhere = this.held.regions.filter((region) => region !== location.region);
    return {
      regions: [location.region, ...elsewhere],
      copyRegions: this.held.copyRegions,
      cellRegions: [location.region, ...this.regions],
      generatedSecrets: [...new Set(this.held.generatedSecrets.map(this.pattern))],
      ...{ location, environment, issuer: pipeline.issuer, boundary: this.boundaryArn, dns },
      stacks: [...mergedCells(this.placed(), this.pattern), ...more],
      buckets: more.length === 0 ? [] : [stateBucket],
    };
  }

  /** A stack of a second region says so. */
  private placed(): HeldStack[] {
    const { environment, cells = [] } = this.props;
    const regions = new Map(cells.map((cell) => [stackId(environment, cell), regionOfCell(cell)]));
    return this.held.stacks.map((stack) => ({ ...stack, region: regions.get(stack.id) }));
  }

  private states(): States {
    const { stateBucket, stateKeyArn, bootstrap, stacks, location } = this.props;
    const ids = [bootstrap, ...stacks].map(({ id }) => this.pattern(id));
    return {
      ...{ bucket: stateBucket, keyArn: stateKeyArn, location },
      stacks: [...new Set(ids)],
    };
  }

  private get boundaryArn(): string {
    return iamArn(this.props.location, `policy/${this.props.names.boundary}`);
  }

  private makeOutputs(): void {
    for (const job of ["plan", "apply"] as const) {
      new TerraformOutput(this, `${job}-role-arn`, {
        value: this[job].arn,
        description: `The role for the jobs that ${job}: \`AWS_ROLE\` (docs/workflows.md).`,
      });
    }
  }
}

/** The environment's tag would let it: of all keys, this one is the bootstrap stack's. */
const keepStateKey = (keyArn: string): Grant => ({
  sid: "KeepStateKey",
  effect: "Deny",
  actions: [
    ...["kms:CreateGrant", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
    ...["kms:TagResource", "kms:UntagResource"],
  ],
  resources: [keyArn],
});
