import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { ServiceDiscoveryHttpNamespace } from "@cdktf/provider-aws/lib/service-discovery-http-namespace";
import { Construct } from "constructs";
import type { awsClusterNames } from "../../../model/names";
import { MAIN } from "../../logical_id";
import { logGroupArn, type Location } from "../arn";
import { Key, logsMayUse } from "../key";
import { ConnectEncryption } from "./connect_encryption";

export interface ClusterProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: ReturnType<typeof awsClusterNames>;

  readonly location: Location;

  /** Days for which measurements are kept as logs; one of the numbers that CloudWatch takes. */
  readonly logRetentionDays: number;

  /**
   * Days between the order to delete the key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;

  /**
   * ARN of a private certificate authority of the region, tagged `AmazonECSManaged: true`, by whose certificates services speak TLS with one another.
   *
   * @default - what they say to one another is not encrypted
   */
  readonly privateCaArn?: string;
}

/** Where the container services of a cell run, on Fargate, and find one another by name. */
export class Cluster extends Construct {
  readonly cluster: EcsCluster;
  readonly namespace: ServiceDiscoveryHttpNamespace;
  /** Services wait for it: without it they could not ask for spare capacity. */
  readonly capacity: EcsClusterCapacityProviders;
  readonly insights: CloudwatchLogGroup;
  /** Undefined: services do not speak TLS with one another. */
  readonly encryption: ConnectEncryption | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ClusterProps,
  ) {
    super(scope, id);
    const { names } = props;
    this.insights = this.makeInsights();
    this.namespace = new ServiceDiscoveryHttpNamespace(this, "namespace", {
      name: names.namespace,
      description: `How the container services of ${names.cluster} find one another.`,
    });
    this.cluster = this.makeCluster();
    this.encryption = this.makeEncryption();
    this.capacity = new EcsClusterCapacityProviders(this, "capacity", {
      clusterName: this.cluster.name,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
    });
  }

  /** A reference, so that what runs in it waits for it. */
  get name(): string {
    return this.cluster.name;
  }

  /** Made before the cluster, which would make one itself: in clear. */
  private makeInsights(): CloudwatchLogGroup {
    const { names, location, logRetentionDays, keyDeletionWindowDays = 30 } = this.props;
    const key = new Key(this, "logs-key", {
      alias: names.keyAlias,
      description: `Encrypts what is measured of ${names.cluster}.`,
      location,
      statements: [logsMayUse([logGroupArn(location, names.insightsLogGroup)], location)],
      deletionWindowDays: keyDeletionWindowDays,
    });
    return new CloudwatchLogGroup(this, "insights", {
      name: names.insightsLogGroup,
      kmsKeyId: key.arn,
      retentionInDays: logRetentionDays,
    });
  }

  private makeEncryption(): ConnectEncryption | undefined {
    const { names, location, privateCaArn: authorityArn, keyDeletionWindowDays } = this.props;
    if (authorityArn === undefined) return undefined;
    return new ConnectEncryption(this, "connect", {
      ...{ names, location, authorityArn },
      ...(keyDeletionWindowDays !== undefined && { keyDeletionWindowDays }),
    });
  }

  /** Nobody opens a shell in a task: that is off in each service. */
  private makeCluster(): EcsCluster {
    return new EcsCluster(this, MAIN, {
      name: this.props.names.cluster,
      setting: [{ name: "containerInsights", value: "enhanced" }],
      serviceConnectDefaults: { namespace: this.namespace.arn },
      dependsOn: [this.insights],
    });
  }
}
