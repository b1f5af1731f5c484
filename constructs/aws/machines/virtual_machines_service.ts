import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import type { Construct } from "constructs";
import { takesSpareCapacity } from "../../../model/workloads/machines/defaults";
import type { VirtualMachines } from "../../../model/service";
import { cameFrom } from "../../annotate";
import { refuse } from "../../expected";
import { named, tagsOf } from "../../tags";
import { kmsAliasArn, linkedRoleArn, logGroupArn } from "../arn";
import { AwsService, NO_STORES, type Stores } from "../aws_service";
import type { AwsServiceProps } from "../aws_service_props";
import { writeLogs } from "../grants";
import type { Grantee } from "../identity/grantee";
import { startersMayUse, type Key } from "../key";
import { BalancedTargets, type Entrance } from "../load_balancing/balanced_targets";
import type { NetworkOfEnvironment } from "../network/contract";
import type { BurnAlarms } from "../rollout/burn_alarms";
import { targetAlarms } from "../rollout/target_alarms";
import { SecurityGroup } from "../network/security_group";
import type { Grant } from "../policy";
import { MachineGroup } from "./machine_group";
import { imageId } from "./machine_image";
import { MachineRole } from "./machine_role";
import { bootProblems } from "./machine_rules";
import { MachineScaling } from "./machine_scaling";
import { MachineTemplate } from "./machine_template";
import { userData } from "./user_data";
import { VolumeSnapshots } from "./volume_snapshots";

export interface VirtualMachinesServiceProps extends AwsServiceProps<VirtualMachines> {
  /** The environment's, in whose private tier the machines run. */
  readonly network: NetworkOfEnvironment;

  /** The text of the script that machines run when they first start. */
  readonly boot: string;

  /**
   * The cell's, where the service has a `host`.
   *
   * @default - nobody sends it requests
   */
  readonly entrance?: Entrance;

  /**
   * Make the record of its host: once, where several services share it by paths.
   *
   * @default true
   */
  readonly makeRecord?: boolean;
}

/** Machines, their disks, stores, scaling and the way in of one service, derived from its declaration. */
export class VirtualMachinesService
  extends AwsService<VirtualMachines, VirtualMachinesServiceProps>
  implements Grantee
{
  readonly stores: Stores;
  /** Where requests come from; undefined: none do. */
  readonly targets: BalancedTargets | undefined;
  readonly role: MachineRole;
  readonly securityGroup: SecurityGroup;
  readonly template: MachineTemplate;
  readonly group: MachineGroup;
  /** What takes a new template back; undefined: whatever comes up stays. */
  readonly alarms: BurnAlarms | undefined;
  private readonly logGroup: CloudwatchLogGroup;
  private readonly logsKey: Key;
  private readonly disksKey: Key;
  private readonly dataKey: Key | undefined;

  constructor(scope: Construct, id: string, props: VirtualMachinesServiceProps) {
    super(scope, id, props);
    refuse(this, bootProblems(props.boot));
    this.logsKey = this.makeLogsKey(this.names.machine.logGroup);
    this.disksKey = this.makeDisksKey();
    this.dataKey = props.service.stores.length === 0 ? undefined : this.makeKey("data");
    this.stores = this.dataKey
      ? this.makeStores({ data: this.dataKey, logs: this.logsKey })
      : NO_STORES;
    this.logGroup = this.makeLogGroup();
    this.targets = this.makeTargets();
    this.role = this.makeRole();
    this.securityGroup = this.makeSecurityGroup();
    this.template = this.makeTemplate();
    this.alarms = targetAlarms(this, props.service, this.targets);
    this.group = this.makeGroup();
    this.group.startAfter(this.role.policies);
    this.grantStores(this.stores, this);
    this.connectStores(this.stores, () => ({
      ...{ grantee: this, securityGroup: this.securityGroup },
      startAfter: (resources) => this.group.startAfter(resources),
    }));
    this.traceOrigins(this.makeScaling(), this.makeSnapshots());
  }

  /** To what runs on the machines. */
  allow(...grants: readonly Grant[]): void {
    this.role.allow(...grants);
  }

  /** Apart from what stores are encrypted with: who starts machines may use this one. */
  private makeDisksKey(): Key {
    const { service, location } = this.props;
    const starters = [
      "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      ...(takesSpareCapacity(service.workload.purchase)
        ? ["spot.amazonaws.com/AWSServiceRoleForEC2Spot"]
        : []),
    ].map((role) => linkedRoleArn(location, role));
    return this.makeKey("disks", startersMayUse(starters, location));
  }

  private makeLogGroup(): CloudwatchLogGroup {
    return new CloudwatchLogGroup(this, "logs", {
      name: this.names.machine.logGroup,
      kmsKeyId: this.logsKey.arn,
      retentionInDays: this.props.service.workload.logRetentionDays,
    });
  }

  private makeTargets(): BalancedTargets | undefined {
    const { service, entrance, network, makeRecord = true } = this.props;
    const { host, paths, port, protocol, health, sharing } = service.workload;
    if (entrance === undefined || host === undefined) return undefined;
    return new BalancedTargets(this, "targets", {
      ...{ entrance, service: service.name, vpcId: network.vpcId, makeRecord },
      ...{ host, paths, port, protocol, health, sharing, targets: "instance" },
      label: this.names.machine.group,
    });
  }

  private makeRole(): MachineRole {
    const { service, location } = this.props;
    return new MachineRole(this, "role", {
      name: this.names.machine.role,
      description: `Answers the requests of ${service.name}.`,
      location,
      grants: [writeLogs(logGroupArn(location, this.logGroup.name))],
    });
  }

  /** Out by HTTPS alone: AWS, packages and stores are reached so. Whoever is called beside opens a port to this group. */
  private makeSecurityGroup(): SecurityGroup {
    const { names, props, targets } = this;
    const { service, network } = props;
    // Openings are called after both groups: the service's name tells it from its clients'.
    const group = new SecurityGroup(this, service.name, {
      name: names.machine.securityGroup,
      description: `The machines of ${names.machine.group}.`,
      vpcId: network.vpcId,
    });
    new VpcSecurityGroupEgressRule(this, "to-aws", {
      securityGroupId: group.id,
      ...{ ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" },
      description: "AWS services and others by HTTPS",
    });
    const { port } = service.workload;
    if (targets) group.allowFrom(targets.securityGroup, { port, description: "Requests" });
    return group;
  }

  private makeTemplate(): MachineTemplate {
    const { service, boot, location, network } = this.props;
    const { image, types, disk, volumes } = service.workload;
    const [type] = types;
    const endpoints = network.endpointClientsId;
    return new MachineTemplate(this, "template", {
      name: this.names.machine.group,
      imageId: imageId(this, image),
      ...(type !== undefined && { type }),
      profile: this.role.profile.name,
      securityGroupIds: [this.securityGroup.id, ...(endpoints === undefined ? [] : [endpoints])],
      userData: userData(
        boot,
        this.ownVariables(),
        this.stores.files.map(({ mount }) => mount),
      ),
      disks: [disk, ...volumes],
      encryptionKeyArn: kmsAliasArn(location, this.disksKey.aliasName),
      tags: this.machineTags,
    });
  }

  private ownVariables(): Record<string, string> {
    const { environment, port } = this.props.service.workload;
    return {
      ...{ ...environment, ...this.variables(this.stores) },
      ...{ PORT: String(port), LOG_GROUP: this.logGroup.name },
    };
  }

  private get machineTags(): Record<string, string> {
    return { ...tagsOf(this.props.service), ...named(this.names.machine.group) };
  }

  private makeGroup(): MachineGroup {
    const { service, network } = this.props;
    const { types, attributes, purchase, machines, zones, ...settled } = service.workload;
    const { gracePeriodSeconds, warmUpSeconds, refresh } = settled;
    return new MachineGroup(this, "machines", {
      name: this.names.machine.group,
      template: this.template,
      subnetIds: network.subnetIds("private", zones),
      ...{ types, attributes, purchase, machines, gracePeriodSeconds, warmUpSeconds, refresh },
      tags: this.machineTags,
      ...(this.targets && { balancer: this.targets }),
      ...(this.alarms && { alarms: this.alarms.alarmNames }),
    });
  }

  private makeScaling(): MachineScaling {
    return new MachineScaling(this, "scaling", {
      names: this.names.machine,
      of: this.group,
      scaling: this.props.service.workload.scaling,
      ...(this.targets && { balancer: this.targets }),
    });
  }

  private makeSnapshots(): VolumeSnapshots | undefined {
    const { service, location } = this.props;
    const { snapshots } = service.workload;
    if (snapshots === undefined) return undefined;
    return new VolumeSnapshots(this, "snapshots", {
      ...{ names: this.names.machine, location, tags: tagsOf(service), snapshots },
    });
  }

  private traceOrigins(scaling: MachineScaling, snapshots: VolumeSnapshots | undefined): void {
    const { service } = this.props;
    cameFrom(this, service);
    this.traceSecrets();
    for (const part of [this.role, this.securityGroup, this.template, this.group, this.logsKey])
      cameFrom(part, service, "workload");
    cameFrom(this.disksKey, service, "workload.disk");
    cameFrom(scaling, service, "workload.scaling");
    if (this.alarms) cameFrom(this.alarms, service, "workload.rollout");
    if (snapshots) cameFrom(snapshots, service, "workload.snapshots");
    if (this.targets) {
      cameFrom(this.targets, service, "workload.host");
      cameFrom(this.targets.group, service, "workload.sharing");
    }
    if (this.dataKey) this.traceStores(this.stores, this.dataKey);
  }
}
