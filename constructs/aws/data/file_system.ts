import { EfsAccessPoint } from "@cdktf/provider-aws/lib/efs-access-point";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsFileSystemPolicy } from "@cdktf/provider-aws/lib/efs-file-system-policy";
import { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target";
import { Construct } from "constructs";
import type { FileStore } from "../../../model/service";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import type { Location } from "../arn";
import type { ZonedSubnet } from "../network/contract";
import { SecurityGroup } from "../network/security_group";
import { policyDocument, tlsOnly, type Grant, type Statement } from "../policy";
import { mountGrant } from "./mount_grant";
import type { Mount, MountingClient } from "./mount";

export interface FileSystemProps {
  /** Of the file system and its security group; `model/names.ts` makes it. */
  readonly name: string;

  /** Settled: every value is there. */
  readonly store: FileStore;

  /** The network that it stands in. */
  readonly vpcId: string;

  /** A subnet of the isolated tier for each zone in which code runs that mounts it. */
  readonly subnets: readonly ZonedSubnet[];

  readonly location: Location;

  /** ARN of the customer key that encrypts the files. */
  readonly encryptionKeyArn: string;
}

export const NFS_PORT = 2049;

/**
 * Files that all of a service's code sees, in each zone by a mount target of its own: reached by TLS, from named groups, with rights of
 * IAM, through one access point that gives every file the same owner and shows one directory.
 *
 * A zone that joins gets a mount target beside the others: nothing else of the file system says in which zones it stands.
 */
export class FileSystem extends Construct {
  readonly fileSystem: EfsFileSystem;
  readonly accessPoint: EfsAccessPoint;
  readonly policy: EfsFileSystemPolicy;
  /** In the order of the subnets. */
  readonly mountTargets: readonly EfsMountTarget[];
  readonly securityGroup: SecurityGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FileSystemProps,
  ) {
    super(scope, id);
    const { name, vpcId } = props;
    this.fileSystem = this.makeFileSystem();
    this.policy = this.makePolicy();
    this.accessPoint = this.makeAccessPoint();
    // Openings are called after both groups: the store's name tells it from the client's others.
    this.securityGroup = new SecurityGroup(this, props.store.name, {
      ...{ name, description: `The file system ${name}.`, vpcId },
    });
    this.mountTargets = props.subnets.map((subnet) => this.makeMountTarget(subnet));
  }

  /** AWS gives it: known after the first apply. */
  get arn(): string {
    return this.fileSystem.arn;
  }

  /** As code mounts it. */
  get mount(): Mount {
    const { name, mount: path, access } = this.props.store;
    return {
      ...{ name, path, readOnly: !access.includes("write") },
      fileSystemId: this.fileSystem.id,
      accessPointId: this.accessPoint.id,
      accessPointArn: this.accessPoint.arn,
    };
  }

  /** Who may mount it: by the network, which opens the port to the client's group, and by IAM, which lets it through the access point alone. */
  connect({ grantee, securityGroup, startAfter }: MountingClient): void {
    const { name } = this.props.store;
    const rules = this.securityGroup.allowFrom(securityGroup, {
      ...{ port: NFS_PORT, description: `Files of ${name}` },
    });
    grantee.allow(this.grant());
    startAfter([...this.mountTargets, ...rules]);
  }

  private grant(): Grant {
    const { store } = this.props;
    return mountGrant({
      ...{ store, fileSystemArn: this.fileSystem.arn, accessPointArn: this.accessPoint.arn },
    });
  }

  private makeFileSystem(): EfsFileSystem {
    const { name, store, encryptionKeyArn } = this.props;
    return new EfsFileSystem(this, MAIN, {
      creationToken: name,
      ...{ encrypted: true, kmsKeyId: encryptionKeyArn },
      ...{ performanceMode: "generalPurpose", throughputMode: "elastic" },
      lifecyclePolicy: transitions(store),
      tags: named(name),
      ...(store.deletionProtection ? { lifecycle: { preventDestroy: true } } : {}),
    });
  }

  /** Without a policy, EFS lets everybody in who reaches a mount target. */
  private makePolicy(): EfsFileSystemPolicy {
    const { location } = this.props;
    const { id, arn } = this.fileSystem;
    return new EfsFileSystemPolicy(this, "policy", {
      fileSystemId: id,
      policy: policyDocument([tlsOnly("elasticfilesystem:*", [arn]), denyOthers(arn, location)]),
    });
  }

  /** What AWS replaces it for is made beside it: code that runs keeps what it has mounted. */
  private makeAccessPoint(): EfsAccessPoint {
    const { owner, directory } = this.props.store;
    return new EfsAccessPoint(this, "access-point", {
      fileSystemId: this.fileSystem.id,
      posixUser: owner,
      rootDirectory: {
        path: directory,
        creationInfo: { ownerUid: owner.uid, ownerGid: owner.gid, permissions: "0750" },
      },
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /** Nobody reaches it before the policy says who may not. */
  private makeMountTarget({ zone, id }: ZonedSubnet): EfsMountTarget {
    return new EfsMountTarget(this, `zone-${zone}`, {
      ...{ fileSystemId: this.fileSystem.id, subnetId: id },
      securityGroups: [this.securityGroup.id],
      dependsOn: [this.policy],
    });
  }
}

/** One block for each, as the provider reads them back. */
const transitions = ({ warmAfterDays, archiveAfterDays }: FileStore) =>
  warmAfterDays === undefined
    ? []
    : [
        { transitionToIa: ageOf(warmAfterDays) },
        ...(archiveAfterDays === undefined
          ? []
          : [{ transitionToArchive: ageOf(archiveAfterDays) }]),
        { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
      ];

const ageOf = (days: number): string => `AFTER_${days}_DAY${days === 1 ? "" : "S"}`;

/** Who says not who it is has no account, and is none of ours either. */
const denyOthers = (fileSystemArn: string, { account }: Location): Statement => ({
  sid: "DenyAnonymousAndOtherAccounts",
  effect: "Deny",
  principals: "*",
  actions: [
    "elasticfilesystem:ClientMount",
    "elasticfilesystem:ClientRootAccess",
    "elasticfilesystem:ClientWrite",
  ],
  resources: [fileSystemArn],
  conditions: { StringNotEquals: { "aws:PrincipalAccount": account } },
});
