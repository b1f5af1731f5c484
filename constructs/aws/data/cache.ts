import { ElasticacheServerlessCache } from "@cdktf/provider-aws/lib/elasticache-serverless-cache";
import { ElasticacheUser } from "@cdktf/provider-aws/lib/elasticache-user";
import { ElasticacheUserGroup } from "@cdktf/provider-aws/lib/elasticache-user-group";
import { Construct } from "constructs";
import type { CacheStore } from "../../../model/service";
import { MAIN } from "../../logical_id";
import { cacheArn, cacheUserArn, type Location } from "../arn";
import { SecurityGroup } from "../network/security_group";
import { ConnectGrants } from "./connect_grants";
import type { DataPlace } from "./place";

export interface CacheProps {
  /** Of the cache, of its user and of the group that the user is in; `model/names.ts` makes it. */
  readonly name: string;

  /** Settled: every value is there. */
  readonly store: CacheStore;

  /** The subnets of the recorded zones: AWS replaces a cache whose subnets change. */
  readonly place: DataPlace;

  readonly location: Location;

  /** ARN of the customer key that encrypts the cache and its snapshots. */
  readonly encryptionKeyArn: string;
}

const VALKEY_PORT = 6379;

/** Where a client asks that takes what is a moment old. */
const VALKEY_READER_PORT = 6380;

/** Everything but what empties, stops or reconfigures a cache. */
const ACCESS = "on ~* +@all -@admin -@dangerous";

/**
 * Valkey without servers, bounded in what it holds and works: asked over TLS, which serverless caches always ask for, from named
 * groups, by one user with tokens of IAM. Its group has no user called `default`, so without a token nobody is let in.
 */
export class Cache extends Construct {
  readonly cache: ElasticacheServerlessCache;
  readonly securityGroup: SecurityGroup;
  readonly grants: ConnectGrants;
  private readonly user: ElasticacheUser;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CacheProps,
  ) {
    super(scope, id);
    const { name, place, location, store } = props;
    this.securityGroup = new SecurityGroup(this, "group", {
      ...{ name, description: `The cache ${name}.`, vpcId: place.vpcId },
    });
    this.user = this.makeUser();
    this.cache = this.makeCache();
    this.grants = new ConnectGrants({
      securityGroup: this.securityGroup,
      ports: [VALKEY_PORT, VALKEY_READER_PORT],
      description: `Requests to ${store.name}`,
      grant: {
        sid: "ConnectToCaches",
        actions: ["elasticache:Connect"],
        resources: [cacheArn(location, this.cache.name), cacheUserArn(location, this.user.userId)],
      },
    });
  }

  /** Where code finds it; tokens are made for its name and user. */
  get variables(): Readonly<Record<string, string>> {
    return {
      HOST: this.cache.endpoint.get(0).address,
      PORT: String(VALKEY_PORT),
      NAME: this.cache.name,
      USER: this.user.userName,
    };
  }

  /**
   * A user of IAM has its id for a name.
   *
   * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
   */
  private makeUser(): ElasticacheUser {
    const { name } = this.props;
    return new ElasticacheUser(this, "user", {
      ...{ userId: name, userName: name, engine: "valkey", accessString: ACCESS },
      authenticationMode: { type: "iam" },
    });
  }

  private makeCache(): ElasticacheServerlessCache {
    const { name, store, place, encryptionKeyArn } = this.props;
    const users = new ElasticacheUserGroup(this, "users", {
      ...{ userGroupId: name, engine: "valkey", userIds: [this.user.userId] },
    });
    return new ElasticacheServerlessCache(this, MAIN, {
      ...{ name, engine: "valkey", majorEngineVersion: store.version },
      description: `Keeps ${store.name} in memory.`,
      kmsKeyId: encryptionKeyArn,
      subnetIds: [...place.subnetIds],
      securityGroupIds: [this.securityGroup.id],
      userGroupId: users.userGroupId,
      cacheUsageLimits: limits(store),
      ...snapshots(store),
      ...(store.deletionProtection ? { lifecycle: { preventDestroy: true } } : {}),
    });
  }
}

const limits = ({ storageGb, ecpuPerSecond }: CacheStore) => [
  {
    dataStorage: [{ maximum: storageGb, unit: "GB" }],
    ecpuPerSecond: [{ maximum: ecpuPerSecond }],
  },
];

const snapshots = ({ snapshots: kept }: CacheStore) =>
  kept === undefined
    ? {}
    : { snapshotRetentionLimit: kept.retentionDays, dailySnapshotTime: kept.time };
