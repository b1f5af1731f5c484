import type { ScopeName } from "../scopes";
import {
  anywhere,
  KEY_OF_WHAT_IS_MADE,
  LINKED,
  LINKED_ROLE,
  SERVED,
  type NeedsByType,
} from "./needs";

const TAGS = ["elasticfilesystem:TagResource", "elasticfilesystem:UntagResource"];

/** EFS keeps files by data keys that it asks for without their plaintext. */
const DATA_KEY = "kms:GenerateDataKeyWithoutPlaintext";

const LOOK_AT_NETWORK = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"];

/** EFS puts interfaces into the network with the rights of who asks for them. */
const INTERFACES = [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaceAttribute",
  "ec2:ModifyNetworkInterfaceAttribute",
];

const taggedWhenMade: Readonly<Record<string, readonly ScopeName[]>> = {
  "elasticfilesystem:TagResource": ["created", "fileSystems"],
};

/**
 * File systems.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/security_iam_service-with-iam.html
 */
export const FILES: NeedsByType = {
  aws_efs_access_point: {
    on: "fileSystems",
    read: ["elasticfilesystem:DescribeAccessPoints"],
    write: ["elasticfilesystem:CreateAccessPoint", "elasticfilesystem:DeleteAccessPoint"],
    also: TAGS,
    elsewhere: taggedWhenMade,
    source: "seen",
  },
  aws_efs_file_system: {
    on: "fileSystems",
    read: [
      "elasticfilesystem:DescribeFileSystems",
      "elasticfilesystem:DescribeLifecycleConfiguration",
    ],
    write: [
      "elasticfilesystem:CreateFileSystem",
      "elasticfilesystem:DeleteFileSystem",
      "elasticfilesystem:PutLifecycleConfiguration",
    ],
    also: [
      ...TAGS,
      ...["elasticfilesystem:UpdateFileSystem", "elasticfilesystem:UpdateFileSystemProtection"],
      ...["kms:DescribeKey", DATA_KEY, ...KEY_OF_WHAT_IS_MADE],
    ],
    elsewhere: {
      ...SERVED,
      ...taggedWhenMade,
      "elasticfilesystem:CreateFileSystem": ["created"],
      "kms:DescribeKey": ["keys"],
      [DATA_KEY]: ["servedKeys"],
    },
    source: "seen",
  },
  aws_efs_file_system_policy: {
    on: "fileSystems",
    read: ["elasticfilesystem:DescribeFileSystemPolicy"],
    write: ["elasticfilesystem:DeleteFileSystemPolicy", "elasticfilesystem:PutFileSystemPolicy"],
    source: "seen",
  },
  aws_efs_mount_target: {
    on: "fileSystems",
    read: [
      "elasticfilesystem:DescribeMountTargetSecurityGroups",
      "elasticfilesystem:DescribeMountTargets",
    ],
    write: ["elasticfilesystem:CreateMountTarget", "elasticfilesystem:DeleteMountTarget"],
    also: [
      "elasticfilesystem:ModifyMountTargetSecurityGroups",
      ...LOOK_AT_NETWORK,
      ...INTERFACES,
      LINKED_ROLE,
    ],
    elsewhere: {
      ...LINKED,
      ...anywhere(LOOK_AT_NETWORK),
      ...Object.fromEntries(INTERFACES.map((action) => [action, ["servedInterfaces"]])),
    },
    source: "seen",
  },
};
