import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import type { Construct } from "constructs";
import { awsImageNames } from "../../../model/names";
import type { Batch } from "../../../model/service";
import { cameFrom } from "../../annotate";
import { named, tagsOf } from "../../tags";
import { TerraformOutput, type ITerraformDependable } from "../../tf";
import { defaultRuleArn, imageAddress, kmsAliasArn, linkedRoleArn } from "../arn";
import { AwsService, NO_STORES, type Stores } from "../aws_service";
import type { AwsServiceProps } from "../aws_service_props";
import { startGrants, TaskRole } from "../containers/task_roles";
import { mayEncrypt, type Sender } from "../events/sender";
import { UndeliveredQueue } from "../events/undelivered_queue";
import { startersMayUse, type Key } from "../key";
import type { NetworkOfEnvironment } from "../network/contract";
import { SecurityGroup } from "../network/security_group";
import { ComputeEnvironment } from "./compute_environment";
import { JobDefinition } from "./job_definition";
import { JobEndings } from "./job_endings";
import { JobMachineRole } from "./job_machine_role";
import { JobMachineTemplate } from "./job_machine_template";
import { JobQueue } from "./job_queue";
import { JobSchedules } from "./job_schedules";

export interface BatchServiceProps extends AwsServiceProps<Batch> {
  /** The environment's, in whose private tier jobs run. */
  readonly network: NetworkOfEnvironment;

  /**
   * What lets EventBridge write what became of jobs, where it is in the same stack; the services of a cell share it.
   *
   * @default - it is there already
   */
  readonly delivery?: ITerraformDependable | undefined;
}

/** Machines, queue, definition, stores and schedules of the jobs of one service, derived from its declaration. */
export class BatchService extends AwsService<Batch, BatchServiceProps> {
  readonly stores: Stores;
  /** With which the code runs. */
  readonly role: TaskRole;
  readonly securityGroup: SecurityGroup;
  readonly template: JobMachineTemplate;
  /** In the order in which they are asked. */
  readonly environments: readonly ComputeEnvironment[];
  readonly queue: JobQueue;
  readonly definition: JobDefinition;
  readonly endings: JobEndings;
  /** Undefined: nothing starts jobs by the clock. */
  readonly schedules: JobSchedules | undefined;
  private readonly logGroup: CloudwatchLogGroup;
  private readonly machineRole: JobMachineRole;
  private readonly undelivered: UndeliveredQueue;
  private readonly keys: Readonly<Record<"logs" | "disks" | "messages", Key>> &
    Readonly<Record<"data", Key | undefined>>;

  constructor(scope: Construct, id: string, props: BatchServiceProps) {
    super(scope, id, props);
    this.keys = this.makeKeys();
    const { data, logs } = this.keys;
    this.stores = data ? this.makeStores({ data, logs }) : NO_STORES;
    this.logGroup = this.makeLogGroup();
    this.machineRole = this.makeMachineRole();
    this.securityGroup = this.makeSecurityGroup();
    this.template = this.makeTemplate();
    this.environments = this.makeEnvironments();
    this.queue = new JobQueue(this, "queue", {
      name: this.names.batch.queue,
      environments: this.environments,
    });
    this.role = this.makeRole();
    this.definition = this.makeDefinition();
    this.grantStores(this.stores, this.role);
    this.connectStores(this.stores, () => ({
      ...{ grantee: this.role, securityGroup: this.securityGroup },
      startAfter: (resources) => this.definition.startAfter(resources),
    }));
    this.undelivered = this.makeUndelivered();
    this.endings = this.makeEndings();
    this.schedules = this.makeSchedules();
    this.traceOrigins();
    this.makeOutputs();
  }

  private makeKeys() {
    const { logGroup, endingsLogGroup } = this.names.batch;
    const { stores } = this.props.service;
    return {
      logs: this.makeLogsKey(logGroup, endingsLogGroup),
      disks: this.makeDisksKey(),
      messages: this.makeKey("messages", mayEncrypt([this.sender])),
      data: stores.length === 0 ? undefined : this.makeKey("data"),
    };
  }

  /** Batch has groups of machines made by Auto Scaling. */
  private makeDisksKey(): Key {
    const { service, location } = this.props;
    const starters = [
      "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      "batch.amazonaws.com/AWSServiceRoleForBatch",
      ...(service.workload.capacities.includes("spot")
        ? ["spot.amazonaws.com/AWSServiceRoleForEC2Spot"]
        : []),
    ].map((role) => linkedRoleArn(location, role));
    return this.makeKey("disks", startersMayUse(starters, location));
  }

  private makeLogGroup(): CloudwatchLogGroup {
    return new CloudwatchLogGroup(this, "logs", {
      name: this.names.batch.logGroup,
      kmsKeyId: this.keys.logs.arn,
      retentionInDays: this.props.service.workload.logRetentionDays,
    });
  }

  private makeMachineRole(): JobMachineRole {
    const { service, location } = this.props;
    return new JobMachineRole(this, "machine-role", {
      name: this.names.batch.machineRole,
      description: `Is told of the jobs of ${service.name}.`,
      ...{ location, start: `${this.names.batch.queue}-` },
    });
  }

  /** Out by HTTPS alone: AWS, packages and stores are reached so. Whoever is called beside opens a port to this group. */
  private makeSecurityGroup(): SecurityGroup {
    const { service, network } = this.props;
    // Openings are called after both groups: the service's name tells it from its clients'.
    const group = new SecurityGroup(this, service.name, {
      name: this.names.batch.securityGroup,
      description: `The jobs of ${this.names.batch.queue}.`,
      vpcId: network.vpcId,
    });
    new VpcSecurityGroupEgressRule(this, "to-aws", {
      securityGroupId: group.id,
      ...{ ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" },
      description: "AWS services and others by HTTPS",
    });
    return group;
  }

  private get machineTags(): Record<string, string> {
    return { ...tagsOf(this.props.service), ...named(this.names.batch.queue) };
  }

  private makeTemplate(): JobMachineTemplate {
    const { service, location } = this.props;
    return new JobMachineTemplate(this, "template", {
      name: this.names.batch.template,
      scratchGiB: service.workload.scratchGiB,
      encryptionKeyArn: kmsAliasArn(location, this.keys.disks.aliasName),
      tags: this.machineTags,
    });
  }

  private makeEnvironments(): ComputeEnvironment[] {
    const { service, network } = this.props;
    const { subnetIds, endpointClientsId } = network.privatePlace;
    return service.workload.capacities.map(
      (capacity) =>
        new ComputeEnvironment(this, capacity === "spot" ? "spot" : "on-demand", {
          ...{ start: this.names.batch.environment(capacity), capacity },
          ...{ workload: service.workload, template: this.template, subnetIds },
          profileArn: this.machineRole.profile.arn,
          securityGroupIds: [
            this.securityGroup.id,
            ...(endpointClientsId === undefined ? [] : [endpointClientsId]),
          ],
          tags: this.machineTags,
          dependsOn: this.machineRole.policies,
        }),
    );
  }

  private makeRole(): TaskRole {
    const { service, location } = this.props;
    return new TaskRole(this, "role", {
      name: this.names.batch.role,
      description: `Does the jobs of ${service.name}.`,
      location,
    });
  }

  private get repository(): string {
    const { environment, name } = this.props.service;
    return awsImageNames(environment, name).repository;
  }

  private makeDefinition(): JobDefinition {
    const { service, location } = this.props;
    const { image, environment } = service.workload;
    const startRole = new TaskRole(this, "start-role", {
      name: this.names.batch.startRole,
      description: `Starts the jobs of ${service.name}.`,
      location,
      grants: startGrants(location, this.repository, this.logGroup.name),
    });
    return new JobDefinition(this, "definition", {
      ...{ name: this.names.batch.definition, workload: service.workload, location },
      image: `${imageAddress(location, this.repository)}${image.startsWith("sha256:") ? "@" : ":"}${image}`,
      environment: { ...environment, ...this.variables(this.stores) },
      roleArn: this.role.role.arn,
      startRoleArn: startRole.role.arn,
      logGroup: this.logGroup.name,
      mounts: this.stores.files.map(({ mount }) => mount),
    });
  }

  private get sender(): Sender {
    const rule = defaultRuleArn(this.props.location, this.names.batch.endings);
    return { sid: "JobEndings", service: "events.amazonaws.com", sourceArns: [rule] };
  }

  private makeUndelivered(): UndeliveredQueue {
    return new UndeliveredQueue(this, "undelivered", {
      name: this.names.deadLetterQueue,
      location: this.props.location,
      encryptionKey: this.keys.messages.aliasName,
      senders: [this.sender],
    });
  }

  private makeEndings(): JobEndings {
    const { service, location, delivery } = this.props;
    return new JobEndings(this, "endings", {
      ...{ names: this.names.batch, service: service.name, location, delivery },
      undelivered: this.undelivered,
      logKeyArn: this.keys.logs.arn,
      logRetentionDays: service.workload.logRetentionDays,
    });
  }

  private makeSchedules(): JobSchedules | undefined {
    const { service, location } = this.props;
    if (service.workload.schedules.length === 0) return undefined;
    return new JobSchedules(this, "schedules", {
      ...{ names: this.names.events, service: service.name, location },
      schedules: service.workload.schedules,
      queue: this.queue.queue.name,
      definition: this.definition.definition.name,
      encryptionKeyArn: this.keys.messages.arn,
      undelivered: this.undelivered,
    });
  }

  private traceOrigins(): void {
    const { service } = this.props;
    const { data, disks, logs, messages } = this.keys;
    cameFrom(this, service);
    this.traceSecrets();
    const { queue, machineRole, securityGroup, endings, undelivered } = this;
    for (const part of [queue, machineRole, securityGroup, endings, undelivered, logs, messages])
      cameFrom(part, service, "workload");
    for (const one of this.environments) cameFrom(one, service, "workload.types");
    for (const part of [this.template, disks]) cameFrom(part, service, "workload.scratch");
    cameFrom(this.definition, service, "workload.image");
    if (this.schedules) cameFrom(this.schedules, service, "workload.schedules");
    if (data) this.traceStores(this.stores, data);
  }

  private makeOutputs(): void {
    new TerraformOutput(this, "image-repository", {
      value: imageAddress(this.props.location, this.repository),
      description: "Where its images are pushed to; the bootstrap stack holds it.",
    });
    new TerraformOutput(this, "job-queue", {
      value: this.queue.queue.name,
      description: "Where jobs are submitted to.",
    });
    new TerraformOutput(this, "job-definition", {
      value: this.definition.definition.name,
      description: "What jobs run; by this name alone the newest revision.",
    });
  }
}
