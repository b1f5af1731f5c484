import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { Construct } from "constructs";
import type { ContainerNames } from "../../../model/names";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import type { ITerraformDependable, TerraformResource } from "../../tf";
import { imageAddress, type Location } from "../arn";
import { after, type Mount, type MountingClient } from "../data/mount";
import type { Grantee } from "../identity/grantee";
import type { Balanced } from "../load_balancing/balanced_targets";
import type { PrivatePlace } from "../network/private_place";
import { SecurityGroup } from "../network/security_group";
import type { Cluster } from "./cluster";
import { CONTAINER, containerDefinitions } from "./container_definition";
import { fargateProblems } from "./fargate_rules";
import type { Grant } from "../policy";
import { startGrants, TaskRole } from "./task_roles";

export interface FargateServiceProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: ContainerNames;

  /** What it does, in a sentence. */
  readonly description: string;

  readonly location: Location;

  readonly cluster: Cluster;

  /** Where it runs: subnets of the private tier, in zones as many as can be. */
  readonly place: PrivatePlace;

  /** The repository's name in ECR, of the same account and region. */
  readonly repository: string;

  /** A tag or a digest in the repository. */
  readonly image: string;

  /** Where the container listens, 1024 or more: it is not root. */
  readonly port: number;

  /** What it speaks. */
  readonly protocol: "http" | "http2" | "grpc";

  /** CPU of a task in ECS's units, of which 1024 are one virtual CPU. */
  readonly cpuUnits: number;

  /** Memory of a task in MiB. */
  readonly memoryMiB: number;

  /**
   * The processors that it runs on.
   *
   * @default "arm64"
   */
  readonly architecture?: "arm64" | "x86_64";

  /** Variables by name. No secret: whoever may read the definition reads them. */
  readonly environment: Readonly<Record<string, string>>;

  /**
   * The user's number, and a group's after a colon.
   *
   * @default "1000:1000"
   */
  readonly user?: string;

  /** Tasks at first; afterwards their number is what {@link ServiceScaling} makes of it. */
  readonly tasks: number;

  /**
   * Percent of the tasks on spare capacity, 0 to 100, which AWS takes back with two minutes' warning.
   *
   * @default 0
   */
  readonly spotPercent?: number;

  /** Time from SIGTERM to SIGKILL in seconds, 2 to 120. */
  readonly stopTimeoutSeconds: number;

  /** Time in which a new task need not be healthy, in seconds. */
  readonly gracePeriodSeconds: number;

  /** ARN of the customer key that encrypts logs. */
  readonly logKeyArn: string;

  /** Days for which logs are kept; one of the numbers that CloudWatch takes. */
  readonly logRetentionDays: number;

  /**
   * The name under which other services of the cluster reach it.
   *
   * @default - none does
   */
  readonly connect?: string;

  /**
   * What it mounts; tasks start when it lets them in.
   *
   * @default []
   */
  readonly mounts?: readonly Mount[];

  /**
   * Who sends it requests.
   *
   * @default - nobody from outside of the cluster
   */
  readonly balancer?: Balanced;

  /**
   * Names of alarms of CloudWatch of which each takes a new definition back. ECS watches them for as long as their windows are after
   * the last task was replaced, and an apply does not wait for that.
   *
   * @default - none: what does not come up is taken back, and an apply waits for what does
   */
  readonly alarms?: readonly string[];
}

/** Tasks of one container on Fargate: replaced one by one, taken back where they do not come up, spread over zones. */
export class FargateService extends Construct implements Grantee {
  /** Whose rights the code has. */
  readonly role: TaskRole;
  readonly startRole: TaskRole;
  readonly logGroup: CloudwatchLogGroup;
  readonly securityGroup: SecurityGroup;
  readonly definition: EcsTaskDefinition;
  readonly service: EcsService;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FargateServiceProps,
  ) {
    super(scope, id);
    refuse(this, fargateProblems(props));
    this.logGroup = this.makeLogGroup();
    this.role = this.makeRole();
    this.startRole = this.makeStartRole();
    this.securityGroup = this.makeGroup();
    this.definition = this.makeDefinition();
    this.service = this.makeService();
  }

  /** Its code, to what it connects to in the network. */
  get client(): MountingClient {
    const startAfter = (resources: readonly TerraformResource[]) => this.startAfter(resources);
    return { grantee: this, securityGroup: this.securityGroup, startAfter };
  }

  /** To the code; a task starts when its rights are there. */
  allow(...grants: readonly Grant[]): void {
    this.role.allow(...grants);
    this.startAfter(this.role.policies);
  }

  private startAfter(resources: readonly TerraformResource[]): void {
    this.service.dependsOn = after(this.service.dependsOn, resources);
  }

  /** Lets another service's tasks ask this one's; both are of one cluster. */
  allowFrom(client: FargateService): void {
    this.open(client.securityGroup, `Requests of ${client.props.names.service}`);
  }

  private open(client: SecurityGroup, description: string): void {
    this.securityGroup.allowFrom(client, { port: this.props.port, description });
  }

  private makeLogGroup(): CloudwatchLogGroup {
    const { names, logKeyArn, logRetentionDays } = this.props;
    return new CloudwatchLogGroup(this, "logs", {
      name: names.logGroup,
      kmsKeyId: logKeyArn,
      retentionInDays: logRetentionDays,
    });
  }

  private makeRole(): TaskRole {
    const { names, description, location } = this.props;
    return new TaskRole(this, "role", { name: names.role, description, location });
  }

  private makeStartRole(): TaskRole {
    const { names, location, repository } = this.props;
    return new TaskRole(this, "start-role", {
      name: names.startRole,
      description: `Starts the tasks of ${names.service}.`,
      location,
      grants: startGrants(location, repository, this.logGroup.name),
    });
  }

  /** Out by HTTPS alone: images, logs and stores are reached so. Whoever is called beside opens a port to this group. */
  private makeGroup(): SecurityGroup {
    const { names, place, balancer } = this.props;
    // Openings are called after both groups: the service's name tells it from its clients'.
    const group = new SecurityGroup(this, this.node.scope?.node.id ?? this.node.id, {
      name: names.securityGroup,
      description: `The tasks of ${names.service}.`,
      vpcId: place.vpcId,
    });
    new VpcSecurityGroupEgressRule(this, "to-aws", {
      securityGroupId: group.id,
      ...{ ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" },
      description: "AWS services and others by HTTPS",
    });
    const { port } = this.props;
    if (balancer) group.allowFrom(balancer.securityGroup, { port, description: "Requests" });
    return group;
  }

  private makeDefinition(): EcsTaskDefinition {
    const { names, location, repository, image, architecture = "arm64" } = this.props;
    const address = imageAddress(location, repository);
    const facts = {
      image: image.startsWith("sha256:") ? `${address}@${image}` : `${address}:${image}`,
      ...{ logGroup: this.logGroup.name, location },
    };
    return new EcsTaskDefinition(this, "definition", {
      family: names.service,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      runtimePlatform: {
        operatingSystemFamily: "LINUX",
        cpuArchitecture: architecture === "arm64" ? "ARM64" : "X86_64",
      },
      ...{ cpu: String(this.props.cpuUnits), memory: String(this.props.memoryMiB) },
      ...{ taskRoleArn: this.role.role.arn, executionRoleArn: this.startRole.role.arn },
      containerDefinitions: containerDefinitions(this.props, facts),
      ...volumes(this.props.mounts),
    });
  }

  private makeService(): EcsService {
    const { names, cluster, tasks, gracePeriodSeconds, balancer, alarms } = this.props;
    return new EcsService(this, MAIN, {
      name: names.service,
      cluster: cluster.cluster.arn,
      taskDefinition: this.definition.arn,
      desiredCount: tasks,
      availabilityZoneRebalancing: "ENABLED",
      deploymentCircuitBreaker: { enable: true, rollback: true },
      ...(alarms && { alarms: { enable: true, rollback: true, alarmNames: [...alarms] } }),
      ...{ deploymentMinimumHealthyPercent: 100, deploymentMaximumPercent: 200 },
      enableExecuteCommand: false,
      ...{ enableEcsManagedTags: true, propagateTags: "SERVICE" },
      capacityProviderStrategy: this.capacity(),
      networkConfiguration: this.network(),
      serviceConnectConfiguration: this.connection(),
      ...(balancer && {
        healthCheckGracePeriodSeconds: gracePeriodSeconds,
        loadBalancer: [
          {
            targetGroupArn: balancer.targetGroupArn,
            ...{ containerName: CONTAINER, containerPort: this.props.port },
          },
        ],
      }),
      waitForSteadyState: alarms === undefined,
      // Their number is the scaling's.
      lifecycle: { ignoreChanges: ["desired_count"] },
      dependsOn: this.dependencies(),
    });
  }

  /** What a task needs before it starts. */
  private dependencies(): ITerraformDependable[] {
    const { cluster, balancer } = this.props;
    const route = (balancer?.dependsOn ?? []) as readonly ITerraformDependable[];
    const certificates = cluster.encryption?.role.policies ?? [];
    return [cluster.capacity, ...this.startRole.policies, ...certificates, ...route];
  }

  /** In a ratio, as ECS has no percent. AWS says a base of each, so that what is left out shows as a difference. */
  private capacity() {
    const { spotPercent = 0 } = this.props;
    const [lasting, spare] = ratio(100 - spotPercent, spotPercent);
    return [
      ...(lasting === 0 ? [] : [{ capacityProvider: "FARGATE", weight: lasting, base: 0 }]),
      ...(spare === 0 ? [] : [{ capacityProvider: "FARGATE_SPOT", weight: spare, base: 0 }]),
    ];
  }

  private network() {
    const { subnetIds, endpointClientsId } = this.props.place;
    const endpoints = endpointClientsId === undefined ? [] : [endpointClientsId];
    return {
      subnets: [...subnetIds],
      securityGroups: [this.securityGroup.id, ...endpoints],
      assignPublicIp: false,
    };
  }

  /** Every service of the cluster may ask the others; which answer is what their groups say. */
  private connection() {
    const { cluster, connect, port } = this.props;
    return {
      enabled: true,
      namespace: cluster.namespace.arn,
      ...(connect === undefined
        ? {}
        : {
            service: [
              {
                ...{ portName: CONTAINER, discoveryName: connect },
                clientAlias: { dnsName: connect, port },
                ...(cluster.encryption && { tls: cluster.encryption.tls }),
              },
            ],
          }),
    };
  }
}

/** Encrypted on their way, and let in by the rights of the task's role. */
const volumes = (mounts: readonly Mount[] = []) =>
  mounts.length === 0
    ? {}
    : {
        volume: mounts.map(({ name, fileSystemId, accessPointId }) => ({
          name,
          efsVolumeConfiguration: {
            ...{ fileSystemId, transitEncryption: "ENABLED" },
            authorizationConfig: { accessPointId, iam: "ENABLED" },
          },
        })),
      };

/** In the least whole numbers. */
function ratio(a: number, b: number): readonly [number, number] {
  const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));
  const most = divisor(a, b);
  return [a / most, b / most];
}
