import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import { Construct } from "constructs";
import type { RelationalStore } from "../../../model/service";
import { PAUSE_AFTER_SECONDS } from "../../../model/stores/networked_settled";
import { MAIN } from "../../logical_id";
import { databaseClusterArn, databaseUserArn, type Location } from "../arn";
import { SecurityGroup } from "../network/security_group";
import { ConnectGrants } from "./connect_grants";
import { MonitorRole } from "./monitor_role";
import type { DataPlace } from "./place";

/** Physical names, made in `model/names.ts`. */
export interface DatabaseNames {
  readonly cluster: string;
  readonly monitor: string;
  readonly logGroup: string;
  /** The user that code connects as. */
  readonly user: string;
}

export interface RelationalDatabaseProps {
  readonly names: DatabaseNames;

  /** Settled: every value is there. */
  readonly store: RelationalStore;

  readonly place: DataPlace;

  readonly location: Location;

  /** ARN of the customer key that encrypts the data, its backups, the password and what is known of its queries. */
  readonly encryptionKeyArn: string;

  /** ARN of the customer key that encrypts logs. */
  readonly logKeyArn: string;
}

export const POSTGRESQL_PORT = 5432;

/** How often the machines are measured. */
const MEASURED_SECONDS = 60;

/**
 * Aurora PostgreSQL that scales by itself: reached by TLS, from named groups, with tokens of IAM. The password of its administrator
 * is made and rotated by RDS, and known to Secrets Manager alone.
 *
 * Which zones it stands in is asked of its subnets and said nowhere else: AWS replaces a cluster whose `availability_zones`, and an
 * instance whose `availability_zone`, change.
 */
export class RelationalDatabase extends Construct {
  readonly cluster: RdsCluster;
  /** The one that writes first. */
  readonly instances: readonly RdsClusterInstance[];
  readonly securityGroup: SecurityGroup;
  readonly grants: ConnectGrants;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: RelationalDatabaseProps,
  ) {
    super(scope, id);
    const { names, place, location, store } = props;
    this.securityGroup = new SecurityGroup(this, "group", {
      name: names.cluster,
      description: `The database ${names.cluster}.`,
      vpcId: place.vpcId,
    });
    this.cluster = this.makeCluster();
    this.instances = this.makeInstances();
    this.grants = new ConnectGrants({
      securityGroup: this.securityGroup,
      ports: [POSTGRESQL_PORT],
      description: `Queries of ${store.name}`,
      grant: {
        sid: "ConnectToDatabases",
        actions: ["rds-db:connect"],
        resources: [databaseUserArn(location, this.cluster.clusterResourceId, names.user)],
      },
    });
  }

  /** Composed from the name, so that it is known when a plan is made. */
  get clusterArn(): string {
    return databaseClusterArn(this.props.location, this.cluster.clusterIdentifier);
  }

  /** Where code finds it; no secret is among them. */
  get variables(): Readonly<Record<string, string>> {
    const { store, names } = this.props;
    return {
      HOST: this.cluster.endpoint,
      ...(store.readers > 0 ? { READER_HOST: this.cluster.readerEndpoint } : {}),
      PORT: String(POSTGRESQL_PORT),
      NAME: store.database,
      USER: names.user,
    };
  }

  private makeCluster(): RdsCluster {
    const { names, store, encryptionKeyArn } = this.props;
    return new RdsCluster(this, MAIN, {
      clusterIdentifier: names.cluster,
      engine: "aurora-postgresql",
      engineMode: "provisioned",
      engineVersion: store.version,
      databaseName: store.database,
      masterUsername: "postgres",
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: encryptionKeyArn,
      storageEncrypted: true,
      kmsKeyId: encryptionKeyArn,
      iamDatabaseAuthenticationEnabled: true,
      // How the first user is made (docs/data.md): nobody has to be in the network for it.
      enableHttpEndpoint: true,
      ...this.network(),
      ...lifetime(store, names.cluster),
      enabledCloudwatchLogsExports: ["postgresql"],
      serverlessv2ScalingConfiguration: scaling(store),
      dependsOn: [this.makeLogGroup()],
    });
  }

  private network() {
    return {
      dbSubnetGroupName: this.makeSubnets().name,
      vpcSecurityGroupIds: [this.securityGroup.id],
      dbClusterParameterGroupName: this.makeParameters().name,
      port: POSTGRESQL_PORT,
    };
  }

  /** Changed in place: a zone that joins is one that a later instance may stand in. */
  private makeSubnets(): DbSubnetGroup {
    const { names, place } = this.props;
    return new DbSubnetGroup(this, "subnets", {
      name: names.cluster,
      description: `Where ${names.cluster} stands.`,
      subnetIds: [...place.subnetIds],
    });
  }

  /** Named by its version: the group of the next is made beside it. */
  private makeParameters(): RdsClusterParameterGroup {
    const { names, store } = this.props;
    return new RdsClusterParameterGroup(this, "parameters", {
      name: `${names.cluster}-postgresql${store.version}`,
      family: `aurora-postgresql${store.version}`,
      description: `What ${names.cluster} is told.`,
      parameter: [{ name: "rds.force_ssl", value: "1", applyMethod: "immediate" }],
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /** Made before the cluster: RDS would make one itself, in clear and kept for ever. */
  private makeLogGroup(): CloudwatchLogGroup {
    const { names, store, logKeyArn } = this.props;
    return new CloudwatchLogGroup(this, "logs", {
      name: names.logGroup,
      kmsKeyId: logKeyArn,
      retentionInDays: store.logRetentionDays,
    });
  }

  private makeInstances(): RdsClusterInstance[] {
    const { names, store, location } = this.props;
    const monitor = new MonitorRole(this, "monitor", {
      ...{ name: names.monitor, cluster: names.cluster, location },
    });
    return Array.from({ length: 1 + store.readers }, (_, index) =>
      this.makeInstance(index, monitor),
    );
  }

  /** The first stands in at once: it scales along with the one that writes, as those of the tiers 0 and 1 do. */
  private makeInstance(index: number, monitor: MonitorRole): RdsClusterInstance {
    const { names, store, encryptionKeyArn } = this.props;
    const { clusterIdentifier, engine } = this.cluster;
    return new RdsClusterInstance(this, `instance-${index + 1}`, {
      ...{ clusterIdentifier, engine },
      identifier: `${names.cluster}-${index + 1}`,
      instanceClass: "db.serverless",
      promotionTier: index,
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
      copyTagsToSnapshot: true,
      preferredMaintenanceWindow: store.maintenanceWindow,
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: encryptionKeyArn,
      performanceInsightsRetentionPeriod: 7,
      monitoringInterval: MEASURED_SECONDS,
      monitoringRoleArn: monitor.role.arn,
      dependsOn: [monitor.policy],
    });
  }
}

const lifetime = (store: RelationalStore, cluster: string) => ({
  backupRetentionPeriod: store.backupRetentionDays,
  preferredBackupWindow: store.backupWindow,
  preferredMaintenanceWindow: store.maintenanceWindow,
  copyTagsToSnapshot: true,
  deletionProtection: store.deletionProtection,
  ...(store.finalSnapshot
    ? { skipFinalSnapshot: false, finalSnapshotIdentifier: `${cluster}-final` }
    : { skipFinalSnapshot: true }),
});

const scaling = ({ capacity: { min, max } }: RelationalStore) => ({
  ...{ minCapacity: min, maxCapacity: max },
  ...(min === 0 ? { secondsUntilAutoPause: PAUSE_AFTER_SECONDS } : {}),
});
