import {
  anywhere,
  KEY_OF_WHAT_IS_MADE,
  LINKED,
  LINKED_ROLE,
  SERVED,
  type Needs,
  type NeedsByType,
} from "./needs";
import type { ScopeName } from "../scopes";

const DATABASE_TAGS = ["rds:AddTagsToResource", "rds:RemoveTagsFromResource"];
const CACHE_TAGS = ["elasticache:AddTagsToResource", "elasticache:RemoveTagsFromResource"];

/** RDS and ElastiCache put interfaces into the network with the rights of who asks for them. */
const LOOK_AT_NETWORK = [
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
];
const LOOK_AT_VPC = "ec2:DescribeVpcAttribute";

const inNetwork: Readonly<Record<string, readonly ScopeName[]>> = {
  ...anywhere(LOOK_AT_NETWORK),
  [LOOK_AT_VPC]: ["networkParts"],
};

const SECRET = ["secretsmanager:CreateSecret", "secretsmanager:TagResource"];

const database = (needs: Omit<Needs, "on" | "source">): Needs => ({
  ...{ on: "databases", source: "seen" },
  ...needs,
  also: [...DATABASE_TAGS, ...(needs.also ?? [])],
});

const cache = (kind: string, needs: Partial<Needs> = {}): Needs => ({
  ...{ on: "caches", source: "seen" },
  read: [`elasticache:Describe${kind}s`, "elasticache:ListTagsForResource"],
  write: [`elasticache:Create${kind}`, `elasticache:Delete${kind}`],
  ...needs,
  also: [`elasticache:Modify${kind}`, ...CACHE_TAGS, ...(needs.also ?? [])],
});

const keyedInNetwork: Readonly<Record<string, readonly ScopeName[]>> = {
  ...LINKED,
  ...SERVED,
  ...inNetwork,
  "kms:DescribeKey": ["keys"],
};

/** Databases and caches. */
export const DATA: NeedsByType = {
  aws_db_subnet_group: database({
    read: ["rds:DescribeDBSubnetGroups", "rds:ListTagsForResource"],
    write: ["rds:CreateDBSubnetGroup", "rds:DeleteDBSubnetGroup"],
    also: ["rds:ModifyDBSubnetGroup", ...LOOK_AT_NETWORK, LOOK_AT_VPC],
    elsewhere: inNetwork,
  }),
  aws_elasticache_serverless_cache: cache("ServerlessCache", {
    also: [
      ...["ec2:CreateTags", "ec2:CreateVpcEndpoint", "ec2:DeleteVpcEndpoints"],
      ...["ec2:DescribeVpcEndpoints", "elasticache:CreateServerlessCacheSnapshot"],
      ...LOOK_AT_NETWORK,
      LOOK_AT_VPC,
      ...["kms:DescribeKey", ...KEY_OF_WHAT_IS_MADE, LINKED_ROLE],
    ],
    elsewhere: {
      ...keyedInNetwork,
      ...anywhere(["ec2:DescribeVpcEndpoints"]),
      "ec2:CreateTags": ["cacheEndpoints"],
      "ec2:CreateVpcEndpoint": ["cacheEndpoints", "cacheNetwork"],
      "ec2:DeleteVpcEndpoints": ["madeCacheEndpoints"],
    },
  }),
  aws_elasticache_user: cache("User"),
  aws_elasticache_user_group: cache("UserGroup"),
  aws_rds_cluster: database({
    read: ["rds:DescribeDBClusters", "rds:DescribeGlobalClusters"],
    write: ["rds:CreateDBCluster", "rds:DeleteDBCluster"],
    also: [
      ...["rds:CreateDBClusterSnapshot", "rds:EnableHttpEndpoint", "rds:DisableHttpEndpoint"],
      ...["rds:ModifyDBCluster", ...LOOK_AT_NETWORK, LOOK_AT_VPC, ...SECRET],
      ...["kms:DescribeKey", ...KEY_OF_WHAT_IS_MADE, LINKED_ROLE],
    ],
    elsewhere: {
      ...keyedInNetwork,
      ...anywhere(["rds:DescribeGlobalClusters"]),
      "secretsmanager:CreateSecret": ["databaseSecrets"],
      "secretsmanager:TagResource": ["databaseSecrets"],
    },
  }),
  aws_rds_cluster_instance: database({
    // Which of a cluster's instances writes is said of the cluster.
    read: ["rds:DescribeDBClusters", "rds:DescribeDBInstances"],
    write: ["rds:CreateDBInstance", "rds:DeleteDBInstance"],
    also: [
      ...["rds:ModifyDBInstance", "rds:RebootDBInstance"],
      ...["kms:DescribeKey", ...KEY_OF_WHAT_IS_MADE],
    ],
    elsewhere: { ...SERVED, "kms:DescribeKey": ["keys"] },
  }),
  aws_rds_cluster_parameter_group: database({
    read: [
      "rds:DescribeDBClusterParameterGroups",
      "rds:DescribeDBClusterParameters",
      "rds:ListTagsForResource",
    ],
    write: ["rds:CreateDBClusterParameterGroup", "rds:DeleteDBClusterParameterGroup"],
    also: ["rds:ModifyDBClusterParameterGroup", "rds:ResetDBClusterParameterGroup"],
  }),
};
