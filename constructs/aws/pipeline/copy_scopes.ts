import { iamArn, tableArn } from "../arn";
import { namedAtHome, regional, type Reach, type Scope } from "./reach";

const REPLICATION = "replication.dynamodb.amazonaws.com";

/** The same in each region that tables are copied to. */
const whereCopied =
  (resources: (reach: Reach) => readonly string[]) =>
  (reach: Reach): readonly string[] =>
    reach.copyRegions.flatMap((region) =>
      resources({ ...reach, location: { ...reach.location, region } }),
    );

/** What tables are copied to in other regions, and what that takes. */
export const COPY_SCOPES = {
  /** Of the role with which DynamoDB copies; AWS makes it with the first copy of an account. */
  copyRole: {
    resources: ({ location }) => [
      iamArn(location, `role/aws-service-role/${REPLICATION}/AWSServiceRoleForDynamoDBReplication`),
    ],
    conditions: () => ({ StringEquals: { "iam:AWSServiceName": REPLICATION } }),
  },
  /** Keys of copies, as DynamoDB uses them there: never by who holds the role. */
  copyKeys: {
    resources: whereCopied(regional("kms", "key/*")),
    conditions: ({ environment, copyRegions }) => ({
      StringEquals: {
        "aws:ResourceTag/environment": environment,
        "kms:ViaService": copyRegions.map((region) => `dynamodb.${region}.amazonaws.com`),
      },
    }),
  },
  /** AWS's own for tables, which carries no tags: as it is called, and to be looked at. */
  copyDefaultKeys: {
    resources: whereCopied(regional("kms", "key/*")),
    conditions: ({ location: { account } }) => ({
      StringEquals: {
        "aws:ResourceAccount": account,
        "kms:RequestAlias": "alias/aws/dynamodb",
      },
    }),
  },
  tableCopies: {
    resources: whereCopied(namedAtHome(({ location }, name) => tableArn(location, name))),
  },
} as const satisfies Readonly<Record<string, Scope>>;
